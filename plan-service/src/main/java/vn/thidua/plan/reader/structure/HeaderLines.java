package vn.thidua.plan.reader.structure;

import java.util.regex.Pattern;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.source.Passage;

/** Lines as only a header has them. */
public final class HeaderLines {
    private static final Pattern MOTTO =
            Pattern.compile("cong hoa xa hoi|chu nghia viet nam|doc lap ?-? ?tu do|dang cong san viet nam");
    private static final Pattern NUMBER =
            Pattern.compile("^(?:so|s6|s0)\\s*[:.]?\\s*[\\d./…_ -]{0,24}[/-]\\s*[a-z]|^so\\s*:");
    private static final Pattern DATE = Pattern.compile("ngay.{0,14}thang.{0,10}nam|, *ngay ?[\\d ./…_]+");
    private static final Pattern ISSUER = Pattern.compile(
            "^(?:uy ban nhan dan|ubnd|hoi dong|so |phong |ban |bo |tinh |thanh pho |huyen |thi xa |quan |xa |phuong |thi tran |dac khu |truong |cum |khoi |lien doan|hoi |doan |dang |mat tran|uy ban|trung tam|van phong|chi cuc|cuc |benh vien|tong cong ty|cong ty|cong an|bch|ban chap hanh|vien |bao |dai |tinh doan|huyen doan|quan doan|thanh doan|cong doan|lien hiep|bo chi huy|toa an|vien kiem sat|kho bac|bao hiem|ngan hang|chi bo|dang bo|thanh tra|hat |hoc vien|dai hoc|dang uy|huyen uy|tinh uy|thanh uy)");

    private HeaderLines() {}

    public static boolean isMotto(CharSequence words) {
        return words.length() < 120 && MOTTO.matcher(Fold.bare(words)).find();
    }

    public static boolean isNumber(CharSequence words) {
        return words.length() < 160 && NUMBER.matcher(Fold.bare(words)).lookingAt();
    }

    public static boolean isPlaceAndDate(CharSequence words) {
        return words.length() < 120 && DATE.matcher(Fold.bare(words)).find();
    }

    /** Beginning as names of offices do, in capital or small letters. */
    public static boolean isOffice(CharSequence words) {
        return words.length() < 90
                && Character.isUpperCase(words.charAt(0))
                && ISSUER.matcher(Fold.bare(words)).lookingAt();
    }

    /** Upper case and beginning as names of offices do. */
    public static boolean isIssuer(CharSequence words) {
        return words.length() < 120
                && Fold.isUpperCase(words)
                && ISSUER.matcher(Fold.bare(words)).lookingAt();
    }

    static boolean isHeader(Passage words) {
        return isMotto(words) || isNumber(words) || isPlaceAndDate(words) || isIssuer(words);
    }
}
