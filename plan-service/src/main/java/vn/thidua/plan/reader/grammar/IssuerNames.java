package vn.thidua.plan.reader.grammar;

import java.util.regex.Pattern;
import vn.thidua.plan.reader.source.Passage;

/** How far the name of an issuer goes after "của". */
final class IssuerNames {
    /** Names of fields that hold a comma: "Bộ Văn hóa, Thể thao và Du lịch", "Ban Thi đua, khen thưởng". */
    private static final Pattern COMMA_IN_NAME =
            Pattern.compile("(?:thi đua|văn hóa|văn hoá|lao động|nông nghiệp|khoa học|tài nguyên), ?\\p{L}+");

    private static final Pattern STOP = Pattern.compile(
            "^(?:về|v/v|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi|triển khai|thực hiện|phát động|tiếp tục|đẩy mạnh|tăng cường"
                    + "|tổ chức|giao|công bố|thông qua|tại|năm \\d|ngày|số|khóa|khoá|kỳ họp|trong|trên|để|nhằm|theo|gửi|yêu cầu|với|đã|cho|gắn|xây dựng|có hiệu lực|lần thứ|giai đoạn|hằng năm|hàng năm)(?!\\p{L})");

    private IssuerNames() {}

    static int end(Passage words, String lower, int from, int limit) {
        int i = from;
        while (i < limit) {
            char c = lower.charAt(i);
            boolean wordStart = Character.isLetter(c) && (i == from || !Character.isLetter(lower.charAt(i - 1)));
            if (";.:(\"[\n".indexOf(c) >= 0 && !abbreviation(lower, i)) {
                break;
            }
            if (c == ',') {
                int back = Math.max(from, i - 12);
                if (!COMMA_IN_NAME
                        .matcher(lower.substring(back, Math.min(limit, i + 14)))
                        .find()) {
                    break;
                }
            }
            if (wordStart
                    && i > from
                    && Character.isLowerCase(words.charAt(i))
                    && STOP.matcher(lower).region(i, limit).lookingAt()) {
                break;
            }
            if (wordStart && i > from && lower.startsWith("và ", i) && !goesOnAfterAnd(words, lower, i + 3, limit)) {
                break;
            }
            i++;
        }
        int end = i;
        while (end > from && !Character.isLetterOrDigit(lower.charAt(end - 1)) && lower.charAt(end - 1) != ')') {
            end--;
        }
        return end;
    }

    private static boolean goesOnAfterAnd(Passage words, String lower, int at, int limit) {
        return at < limit
                && Character.isUpperCase(words.charAt(at))
                && !lower.startsWith("các ", at)
                && !lower.startsWith("thông tư", at)
                && !lower.startsWith("nghị ", at)
                && !lower.startsWith("luật", at)
                && !lower.startsWith("kế hoạch", at)
                && !lower.startsWith("quyết định", at)
                && !lower.startsWith("chỉ thị", at);
    }

    /** "TT. Huyện ủy", "TP. Hà Nội": the full stop belongs to a short form. */
    private static boolean abbreviation(String lower, int dot) {
        return lower.charAt(dot) == '.' && dot >= 2 && !Character.isLetter(dot >= 3 ? lower.charAt(dot - 3) : ' ');
    }
}
