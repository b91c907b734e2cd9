package vn.thidua.plan.reader.fields;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.grammar.OrdinalGrammar;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.Passage;

/** Measurable targets: a number with a unit, and the words that make it one to reach. */
final class Targets {
    private static final String NUMBER = "\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d{1,5}(?:,\\d+)?";
    private static final String THINGS =
            "tin, bài|sáng kiến|tập thể|cá nhân|mô hình|điển hình tiên tiến|điển hình|gương|hộ|xã|phường|thôn|bản|xóm|ấp|đơn vị|cơ quan|tin|bài|công trình|phần việc|đề tài|giải pháp|lớp|cuộc|buổi|đợt|trường|km"
                    + "|triệu đồng|tỷ đồng|tiêu chí|người|lượt|sản phẩm|chi bộ|doanh nghiệp|hợp tác xã|phong trào|tổ dân phố|khu dân cư|học sinh|giáo viên|nông dân|tác phẩm|ý tưởng|hội viên|đoàn viên|chuyên đề|giải|câu lạc bộ|căn nhà|nhà|cây|đồng chí|danh hiệu|khu phố|hồ sơ|thủ tục|tổ chức|chuyên mục|kỹ thuật viên";

    private static final Pattern PERCENT = Pattern.compile("(?<![\\d,./-])(" + NUMBER + ")\\s*%?(?:\\s*(?:-|đến)\\s*("
            + NUMBER + "))?\\s*(%(?:\\s*/\\s*(?:một )?năm)?|phần trăm)");
    private static final Pattern COUNT = Pattern.compile(
            "(?:(?<!\\p{L})(ít nhất|tối thiểu|không dưới|trên|hơn|dưới|không quá|tối đa|từ|có|đạt|tăng|giảm|phấn đấu|xây dựng|thêm|trồng mới|làm mới|xây mới|sửa chữa|xóa|vận động|công nhận|thành lập|phát hiện|giới thiệu|biểu dương|hoàn thành|hỗ trợ|viết|đăng|đăng tải|duy trì|cấp)\\s+(?:được\\s+|có\\s+|từ\\s+|thêm\\s+|ít nhất\\s+|tối thiểu\\s+|trên\\s+)?|(?<=[;,:]\\s)|(?<=\\sv[àa]\\s)|^)("
                    + NUMBER + ")(?:\\s*(?:-|đến)\\s*(" + NUMBER + ")|/\\d{1,4})?\\s+((?:" + THINGS
                    + ")(?:/\\p{L}+){0,2})(?!\\p{L})");
    /** Behind the strongest words any thing may be counted, save days and the like. */
    private static final Pattern ANY_COUNT =
            Pattern.compile("(?<!\\p{L})(?:ít nhất|tối thiểu|không dưới|từ)\\s+(?:có\\s+|được\\s+)?(" + NUMBER
                    + ")(?:\\s*(?:-|đến)\\s*(" + NUMBER + "))?\\s+(?!" + THINGS
                    + ")(?!ngày|tháng|năm|tuần|giờ|quý|lần|kỳ|phút|khoản|điều|trở|đến|%)(\\p{L}+(?:\\s\\p{L}+)?)");

    private static final Pattern STRONG = Pattern.compile(
            "phấn đấu|ít nhất|tối thiểu|không dưới|trở lên|không quá|tối đa|chỉ tiêu|mỗi |hằng năm|đến năm|trên \\d|dưới \\d");
    /** How many may be rewarded is no target. */
    private static final Pattern QUOTA = Pattern.compile("(?:khen|tặng|công nhận|đề nghị)[^;.]*(?:không quá|tối đa)");

    private static final Pattern YEAR =
            Pattern.compile("(?:đến|hết|cuối|trong)\\s+(?:hết |cuối )?năm\\s+((?:19|20)\\d{2})");
    private static final Pattern ANY_YEAR = Pattern.compile("(?<!giai đoạn )năm\\s+((?:19|20)\\d{2})");
    private static final Pattern CLAUSE_OPENS = Pattern.compile(
            "(?:[,]|\\svà)\\s+(?:trong đó,?\\s+)?(?=(?:phấn đấu|tỷ lệ|tỉ lệ|đến năm|ít nhất|tối thiểu|giảm|tăng|có|duy trì|bảo đảm|đảm bảo|đạt|mỗi|hằng năm|không|trên|dưới|\\d)(?!\\p{L}))|trong đó,?\\s+");
    private static final Pattern CLAUSE_ENDS = Pattern.compile(
            "[;.](?!\\d)|,\\s+(?=(?:trong đó|phấn đấu|phong trào|tỷ lệ|tỉ lệ|đến năm|ít nhất|tối thiểu|giảm|tăng|có ít|có từ|không|trên|dưới|mỗi|tạo|góp phần|nhằm|\\d{1,3}(?:,\\d+)?\\s?%)(?!\\p{L}))|\\svà\\s+(?=(?:ít nhất|tối thiểu|trên|từ|có)?\\s?\\d)");

    private static final Pattern PAST =
            Pattern.compile("\\([^()]{0,30}năm \\d{4}[^()]{0,12}[:=]?[^()]{0,20}\\d%?[^()]{0,10}\\)");
    private static final Pattern HEADING = Pattern.compile("chỉ tiêu|mục tiêu");

    private Targets() {}

    /**
     * @param valueMax upper end of a range, else null
     * @param unit "%", "%/năm" or the things counted
     * @param comparator one of = &gt; &gt;= &lt; &lt;= between
     * @param byYear the year it is to be reached by, as the clause says it
     */
    record Target(
            Passage text,
            Passage number,
            BigDecimal value,
            @Nullable BigDecimal valueMax,
            Passage unitAt,
            String unit,
            String comparator,
            @Nullable Integer byYear,
            Passage yearAt) {}

    static List<Target> find(List<Passage> paragraphs, Budget budget) {
        List<Target> found = new ArrayList<>();
        boolean underTargets = false;
        for (Passage paragraph : paragraphs) {
            budget.check();
            String lower = withoutPast(Fold.lower(paragraph));
            if (isHeading(paragraph)) {
                underTargets = HEADING.matcher(lower).find();
            }
            in(paragraph, lower, underTargets, found);
        }
        return found;
    }

    /** What was reached in an earlier year stands in brackets: "(năm 2023: 93%)". */
    private static String withoutPast(String lower) {
        Matcher matcher = PAST.matcher(lower);
        StringBuilder out = new StringBuilder(lower);
        while (matcher.find()) {
            for (int i = matcher.start(); i < matcher.end(); i++) {
                out.setCharAt(i, ' ');
            }
        }
        return out.toString();
    }

    /** Below such a heading every count is a target, also without words that say so. */
    private static boolean isHeading(Passage paragraph) {
        OrdinalGrammar.Ordinal ordinal = OrdinalGrammar.of(paragraph);
        if (paragraph.length() > 90 || ordinal == null || ordinal.kind() == OrdinalGrammar.Kind.BULLET) {
            return false;
        }
        return COUNT.matcher(Fold.lower(paragraph.from(ordinal.length())))
                        .results()
                        .findAny()
                        .isEmpty()
                && Fold.lower(paragraph).indexOf('%') < 0;
    }

    private static void in(Passage paragraph, String lower, boolean underTargets, List<Target> found) {
        if (lower.indexOf('%') >= 0 || lower.contains("phần trăm")) {
            Matcher percent = PERCENT.matcher(lower);
            while (percent.find()) {
                boolean perYear = percent.group(3).contains("năm");
                add(
                        found,
                        paragraph,
                        lower,
                        percent.start(1),
                        percent.end(),
                        percent.group(1),
                        percent.group(2),
                        perYear ? "%/năm" : "%",
                        percent.start(3));
            }
        }
        if (underTargets || STRONG.matcher(lower).find()) {
            Matcher count = COUNT.matcher(lower);
            while (count.find()) {
                int sentence = sentenceStart(lower, count.start(2));
                Clause clause = clause(lower, count.start(2), count.end());
                String whole = lower.substring(sentence, clause.to());
                if ((underTargets || STRONG.matcher(whole).find())
                        && !QUOTA.matcher(whole).find()) {
                    add(
                            found,
                            paragraph,
                            lower,
                            count.start(2),
                            count.end(),
                            count.group(2),
                            count.group(3),
                            count.group(4),
                            count.start(4));
                }
            }
            Matcher any = ANY_COUNT.matcher(lower);
            while (any.find()) {
                if (any.group(2) != null || !any.group().startsWith("từ") || lower.startsWith(" trở lên", any.end())) {
                    add(
                            found,
                            paragraph,
                            lower,
                            any.start(1),
                            any.end(),
                            any.group(1),
                            any.group(2),
                            any.group(3),
                            any.start(3));
                }
            }
        }
    }

    private static int sentenceStart(String lower, int at) {
        int start = at;
        while (start > 0 && at - start < 400 && !(lower.charAt(start - 1) == '.' && isBoundary(lower, start - 1))) {
            start--;
        }
        return start;
    }

    private static void add(
            List<Target> found,
            Passage paragraph,
            String lower,
            int from,
            int to,
            String low,
            @Nullable String high,
            String unit,
            int unitFrom) {
        Clause clause = clause(lower, from, to);
        String words = lower.substring(clause.from(), clause.to());
        String before = lower.substring(Math.max(clause.from(), from - 40), from);
        String after = lower.substring(to, Math.min(clause.to(), to + 60));
        String comparator = high != null ? "between" : comparator(before, after);
        Passage year = year(paragraph.sub(clause.from(), clause.to()), words);
        found.add(new Target(
                TableTasks.withoutDash(paragraph.sub(clause.from(), clause.to()).strip()),
                paragraph.sub(from, to),
                number(low),
                high == null ? null : number(high),
                paragraph.sub(unitFrom, to),
                unit,
                comparator,
                year == null ? null : Integer.valueOf(year.toString()),
                year == null ? Passage.EMPTY : year));
    }

    /** The year the clause names as its end, else the only one it names. */
    private static @Nullable Passage year(Passage clause, String lower) {
        Matcher year = YEAR.matcher(lower);
        if (!year.find()) {
            year = ANY_YEAR.matcher(lower);
            if (!year.find()) {
                return null;
            }
        }
        return clause.sub(year.start(1), year.end(1));
    }

    private static String comparator(String before, String after) {
        if (after.contains("trở lên")) {
            return ">=";
        }
        if (after.contains("trở xuống")) {
            return "<=";
        }
        int best = -1;
        String found = "=";
        String[][] words = {
            {"không dưới", ">="},
            {"không thấp hơn", ">="},
            {"không ít hơn", ">="},
            {"ít nhất", ">="},
            {"tối thiểu", ">="},
            {"không quá", "<="},
            {"không vượt quá", "<="},
            {"tối đa", "<="},
            {"nhiều nhất", "<="},
            {"không nhiều hơn", "<="},
            {"trên", ">"},
            {"hơn", ">"},
            {"vượt", ">"},
            {"dưới", "<"},
            {"thấp hơn", "<"}
        };
        for (String[] word : words) {
            int at = before.lastIndexOf(word[0]);
            boolean close = at >= 0 && before.length() - at - word[0].length() <= 14;
            if (close && at + word[0].length() > best + (best < 0 ? 0 : 1)) {
                best = at + word[0].length();
                found = word[1];
            }
        }
        return found;
    }

    private record Clause(int from, int to) {}

    private static Clause clause(String lower, int from, int to) {
        int start = from;
        while (start > 0 && from - start < 400 && !isBoundary(lower, start - 1)) {
            start--;
        }
        Matcher opens = CLAUSE_OPENS.matcher(lower).region(start, from);
        opens.useTransparentBounds(true);
        while (opens.find()) {
            start = opens.end();
        }
        int limit = Math.min(lower.length(), to + 400);
        Matcher ends = CLAUSE_ENDS.matcher(lower).region(to, limit);
        ends.useTransparentBounds(true);
        return new Clause(start, ends.find() ? ends.start() : limit);
    }

    private static boolean isBoundary(String lower, int at) {
        char c = lower.charAt(at);
        if (c == '.') {
            return at + 1 >= lower.length() || !Character.isDigit(lower.charAt(at + 1));
        }
        return c == ';' || c == ':' || c == '(' || c == '\n';
    }

    private static BigDecimal number(String words) {
        return new BigDecimal(
                words.matches("\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?")
                        ? words.replace(".", "").replace(',', '.')
                        : words.replace(',', '.'));
    }
}
