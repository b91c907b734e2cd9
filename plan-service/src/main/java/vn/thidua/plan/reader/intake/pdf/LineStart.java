package vn.thidua.plan.reader.intake.pdf;

import java.util.regex.Pattern;

/** What the first and last characters of a line say about where a paragraph begins and ends. */
final class LineStart {
    private static final Pattern ORDINAL =
            Pattern.compile("(?:\\d{1,3}(?:\\.\\d{1,2}){0,4}[.)]|\\d{1,2}(?:\\.\\d{1,2}){1,4}"
                    + "|[IVXLC]{1,6}\\s?[.)/]|[a-zđ]{1,2}\\d?[.)]|[A-ZĐ][.)]|\\(\\d{1,2}\\))(?:\\s|$|(?=\\p{Lu})).*");
    private static final Pattern ARTICLE = Pattern.compile(
            "(?iu)(?:điều|chương|mục|phần)\\s+(?:\\d{1,3}|[IVXLC]{1,6}|thứ\\s+\\S+)\\s*[.:]?(?:\\s.*|$)");
    private static final Pattern BULLET = Pattern.compile("[-–—+*•●▪■◦○♦✓✔➢□]\\s*(.*)");
    /** Second halves of names of offices and phrases: "Ban Thi đua" - "Khen thưởng". */
    private static final Pattern COMPOUND = Pattern.compile("(?:Khen thưởng|Thống kê|Xã hội|Kế toán|Kế hoạch|Xây dựng"
            + "|Thương binh|Hộ tịch|Thể thao|Thông tin|Nông nghiệp|Hạ tầng|Tự do|Hạnh phúc|Môi trường|Đô thị|Liệt sĩ"
            + "|Tổ chức|Công nghệ|Du lịch|Gia đình)(?![\\p{L}\\p{M}])");

    private static final Pattern FINISHED = Pattern.compile(".*[.;:!?…]['\")\\]”’»/]*\\s*|.*\\./\\.?\\s*");

    private LineStart() {}

    static boolean isOrdinal(String line) {
        return ORDINAL.matcher(line).matches() || isHeading(line);
    }

    static boolean isHeading(String line) {
        return ARTICLE.matcher(line).matches() && Character.isUpperCase(line.charAt(0));
    }

    /**
     * An item of a list. A dash before a small letter after words that are not finished is no bullet but one inside of
     * a phrase ("kinh tế - xã hội") that happens to stand at the start of a line.
     */
    static boolean isBullet(String line, String before) {
        var matcher = BULLET.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        String rest = matcher.group(1);
        if (rest.isEmpty()) {
            return false;
        }
        if (COMPOUND.matcher(rest).lookingAt() && !isFinished(before)) {
            return false;
        }
        boolean small = !Character.isUpperCase(rest.codePointAt(0));
        return !small || isFinished(before) || "+•●▪■◦○♦✓✔➢□".indexOf(line.charAt(0)) >= 0;
    }

    static boolean isFinished(String line) {
        return line.isEmpty() || FINISHED.matcher(line).matches();
    }

    static boolean startsSmall(String line) {
        return !line.isEmpty() && Character.isLowerCase(line.codePointAt(0));
    }
}
