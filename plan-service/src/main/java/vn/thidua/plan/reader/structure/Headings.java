package vn.thidua.plan.reader.structure;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.grammar.OrdinalGrammar;
import vn.thidua.plan.reader.source.Passage;

/** Lines that mean something by their form: the kind of a document, an annex, the beginning of the closing. */
final class Headings {
    private static final String KINDS =
            "KẾ HOẠCH LIÊN TỊCH|KẾ HOẠCH|QUYẾT ĐỊNH|CHỈ THỊ|TỜ TRÌNH|BÁO CÁO|HƯỚNG DẪN|THÔNG BÁO|BIÊN BẢN|QUY CHẾ|QUY ĐỊNH"
                    + "|CHƯƠNG TRÌNH|ĐỀ ÁN|NGHỊ QUYẾT|GIẤY MỜI|BẢN GIAO ƯỚC|GIAO ƯỚC|BẢN ĐĂNG KÝ|ĐĂNG KÝ THI ĐUA|CÔNG VĂN|GIẤY GIỚI THIỆU|PHIẾU|HỢP ĐỒNG|TỔNG HỢP|THỂ LỆ|KẾT LUẬN|LỜI PHÁT ĐỘNG|BẢN CAM KẾT";

    private static final String PLAN = "KẾ HOẠCH";
    private static final Map<String, String> KIND_NAMES = Arrays.stream(KINDS.split("\\|", -1))
            .collect(Collectors.toMap(Fold::bare, Function.identity(), (one, other) -> one));
    /** Without marks: scans lose them first. */
    private static final Pattern KIND =
            Pattern.compile("^(?:du thao\\s+)?(" + Fold.bare(KINDS) + ")(?![\\p{L}])\\s*:?\\s*");

    private static final Pattern ANNEX =
            Pattern.compile("^(?:phụ lục|phụ biểu|biểu mẫu|biểu số|mẫu số|danh mục kèm)(?:$|[\\s:.\\d(])");
    private static final Pattern CLOSING = Pattern.compile("^(?:noi nhan|noi gui)\\s*:?");
    static final Pattern AUTHORITY = Pattern.compile(
            "^(?:T[./]?M|K[./]?T|T[./]?L|T[./]?U[./]?Q|Q|QUYỀN)\\s?[.:/]?\\s+\\p{Lu}|^(?:TM|KT|TL|TUQ)\\.\\p{Lu}");
    private static final Pattern PROMULGATED = Pattern.compile("^[(\\[]?\\s*(?:ban hành )?kèm theo");

    private Headings() {}

    /** The words with letters that are set apart ("K Ế  H O Ạ C H") put together. */
    static String unspaced(Passage words) {
        String text = words.toString();
        String[] parts = text.strip().split("\\s+");
        boolean single = parts.length >= 4;
        for (String part : parts) {
            single &= part.length() == 1;
        }
        if (!single) {
            return text.strip();
        }
        String joined = String.join("", parts);
        Matcher wide = Pattern.compile("\\s{2,}").matcher(text.strip());
        if (wide.find()) {
            StringBuilder out = new StringBuilder();
            for (String word : text.strip().split("\\s{2,}")) {
                out.append(out.isEmpty() ? "" : " ").append(word.replaceAll("\\s", ""));
            }
            return out.toString();
        }
        return joined.equals("KẾHOẠCH") ? "KẾ HOẠCH" : joined;
    }

    /**
     * @param kind "KẾ HOẠCH"
     * @param end position in the words behind it
     */
    record KindLine(String kind, int end) {}

    /** The kind of document when the line is its title line, or null. */
    static @Nullable KindLine kind(Passage words) {
        if (words.length() > 300 || OrdinalGrammar.of(words) != null) {
            return null;
        }
        String text = unspaced(words);
        String bare = Fold.bare(text);
        Matcher matcher = KIND.matcher(bare);
        if (!matcher.lookingAt()) {
            return null;
        }
        int end = Math.min(matcher.end(), text.length());
        String head = text.substring(0, matcher.end(1));
        String rest = text.substring(end);
        String kind = KIND_NAMES.getOrDefault(matcher.group(1), head);
        if (!Fold.isUpperCase(head)) {
            // a title line in small letters stands alone, with one capital
            boolean alone = rest.isEmpty() && Character.isUpperCase(text.charAt(0));
            return alone && kind.equals(PLAN) ? new KindLine(kind, words.length()) : null;
        }
        if (!text.contentEquals(words)) {
            return rest.isEmpty() ? new KindLine(kind, words.length()) : null;
        }
        boolean alone = rest.isEmpty();
        if (alone && text.strip().endsWith(":") && kind.equals("QUYẾT ĐỊNH")) {
            return null;
        }
        boolean titleBehind =
                !alone && (Fold.isUpperCase(rest) || Character.isUpperCase(rest.charAt(0)) && rest.length() < 200);
        return alone || titleBehind ? new KindLine(kind, end) : null;
    }

    static boolean isAnnex(Passage words) {
        return words.length() < 160
                && ANNEX.matcher(Fold.lower(words)).lookingAt()
                && Character.isUpperCase(words.charAt(0));
    }

    static boolean opensClosing(Passage words) {
        return CLOSING.matcher(Fold.bare(words)).lookingAt();
    }

    static boolean isAuthority(Passage words) {
        return words.length() < 120 && AUTHORITY.matcher(words).lookingAt();
    }

    static boolean isPromulgated(Passage words) {
        return PROMULGATED.matcher(Fold.lower(words)).lookingAt();
    }
}
