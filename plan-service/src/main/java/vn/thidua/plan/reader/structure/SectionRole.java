package vn.thidua.plan.reader.structure;

import java.util.regex.Pattern;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.source.Passage;

/** What a section of a plan is about, by the words of its heading. */
public enum SectionRole {
    /** Aims, demands, principles, facts: nothing to do in them. */
    PURPOSE,
    CONTENT,
    IMPLEMENTATION,
    /** Money, forms of award, time, criteria: not tasks. */
    CONDITIONS,
    UNKNOWN;

    private static final Pattern CONTENT_WORDS = Pattern.compile(
            "noi dung|nhiem vu|giai phap|cong viec|cong tac trong tam|hoat dong|trong tam|tien do|lo trinh|chuong trinh cong tac|ke hoach cu the|phong trao thi dua|cong tac (?:thi dua|khen thuong|tuyen truyen|kiem tra)|bien phap|ke hoach (?:thang|quy|thuc hien)");
    private static final Pattern IMPLEMENTATION_WORDS = Pattern.compile(
            "to chuc thuc hien|thuc hien ke hoach|phan cong|trach nhiem|che do (?:thong tin )?bao cao|to chuc trien khai|thong tin,? bao cao");
    private static final Pattern PURPOSE_WORDS = Pattern.compile(
            "muc dich|yeu cau|quan diem|muc tieu|nguyen tac|dac diem|tinh hinh|ket qua (?:nam|cong tac|thuc hien)|can cu|chi tieu|phuong cham|khau hieu|chu de");
    private static final Pattern CONDITIONS_WORDS = Pattern.compile(
            "kinh phi|doi tuong|pham vi|thoi gian|tieu chuan|tieu chi|hinh thuc khen|muc thuong|muc khen|so luong|dia diem|thanh phan|ho so|bang diem|cham diem|thang diem|nguon luc");

    /** A section on how the campaign itself is rewarded. */
    private static final Pattern AWARDS = Pattern.compile(
            "^\\W*(?:[ivx\\d]+[./) ]+)?(?:khen thuong|co cau khen thuong|cong tac khen thuong phong trao)\\W*$");

    public static SectionRole of(CharSequence heading) {
        String bare = Fold.bare(heading);
        if (bare.length() > 150) {
            return UNKNOWN;
        }
        if (IMPLEMENTATION_WORDS.matcher(bare).find()) {
            return IMPLEMENTATION;
        }
        if (AWARDS.matcher(bare).find()) {
            return CONDITIONS;
        }
        int purpose = first(PURPOSE_WORDS, bare);
        int content = first(CONTENT_WORDS, bare);
        int conditions = first(CONDITIONS_WORDS, bare);
        if (conditions != Integer.MAX_VALUE
                && CONDITIONS_WORDS.matcher(bare).results().count() >= 2) {
            return CONDITIONS;
        }
        if (conditions < content && conditions <= purpose && conditions != Integer.MAX_VALUE) {
            return CONDITIONS;
        }
        if (content != Integer.MAX_VALUE
                && (content <= purpose || bare.contains("nhiem vu") || bare.contains("noi dung"))) {
            return CONTENT;
        }
        return purpose != Integer.MAX_VALUE ? PURPOSE : UNKNOWN;
    }

    static SectionRole of(Passage heading) {
        return of((CharSequence) heading);
    }

    private static int first(Pattern pattern, String bare) {
        var matcher = pattern.matcher(bare);
        return matcher.find() ? matcher.start() : Integer.MAX_VALUE;
    }
}
