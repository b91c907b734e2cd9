package vn.thidua.plan.reader.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.thidua.plan.reader.source.Passage;

/** Names of units, posts and groups in running text: where one begins, and before which verb it ends. */
public final class UnitPhrases {
    private static final String HEADS =
            "ubnd|ủy ban|hđnd|hội đồng|thường trực|văn phòng|phòng|sở|ban|bộ phận|bộ chỉ huy|bộ|cục|chi cục|công chức|cán bộ|viên chức|công an|quân sự|bch|trạm|trung tâm"
                    + "|trường|các trường|ban giám hiệu|hội|đoàn|mttq|mặt trận|ubmttq|ubmttqvn|liên đoàn|công đoàn|đài|khối|cụm|tổ|thôn|bản|xóm|ấp|khu phố|tổ dân phố|trưởng|phó|bí thư|chủ tịch|giám đốc"
                    + "|hiệu trưởng|thủ trưởng|người đứng đầu|thành viên|đồng chí|đ/c|cơ quan|đơn vị|đội|khoa|hạt|liên hiệp|ban đại diện|nhà trường|nhà thầu|ngành|đoàn thể|doanh nghiệp|hợp tác xã|htx|tập thể|cá nhân|hộ|nhân dân|kế toán|tài chính|đảng ủy|chi bộ"
                    + "|huyện ủy|tỉnh ủy|thành ủy|thị ủy|quận ủy|ngân hàng|bảo hiểm|kho bạc|tòa án|viện kiểm sát|thanh tra|báo|bệnh viện|lãnh đạo|toàn thể|tổ chức chính trị|cụm trưởng|khối trưởng|ủy viên|tiểu ban|công ty"
                    + "|phường|xã|thị trấn|đặc khu|khu dân cư|huyện|thị xã|quận|thành phố|địa phương|giáo viên|tổ trưởng|tổ chuyên môn|chánh văn phòng|chuyên viên|văn thư|chính quyền|mặt trận|cơ sở|phong trào phụ nữ|chi đoàn|chi hội|văn hóa";

    private static final Pattern HEAD =
            Pattern.compile("(?:(?:các|những|mỗi|từng|toàn bộ|tất cả|\\d{1,3})\\s+(?:các\\s+)?)?(?:đồng chí\\s+)?(?:"
                    + HEADS + ")(?![\\p{L}])");

    private static final Pattern NOT_A_UNIT = Pattern.compile(
            "^(?:hội nghị|hội thi|hội thảo|xã hội|bộ luật|tổ chức(?! (?:chính trị|xã hội|đoàn thể|đảng|kinh tế|thành viên))|ban hành|đoàn kết|trường hợp|báo cáo|cơ sở (?:vật|dữ|pháp|kết|đánh)|phòng,? chống|phòng ngừa|tập thể dục|bản (?:đăng|giao|báo|thân)|khối lượng|khối đại|đài thọ|bộ máy|hội tụ|thành phố|trưởng thành|hộ nghèo|công an toàn|bộ tiêu|ngành nghề|đơn vị tính|sở hữu|cơ quan hệ|chính quyền điện|thanh tra,? kiểm tra|thành viên)(?![\\p{L}])");

    /** What a unit does begins with one of these; only in small letters, for capital ones belong to names. */
    private static final Set<String> VERBS = Set.of(
            "theo dõi",
            "theo chức",
            "theo nhiệm",
            "theo thẩm",
            "theo lĩnh",
            "theo quy",
            "theo phạm",
            "hướng dẫn",
            "kiểm tra",
            "đôn đốc",
            "tổng hợp",
            "tham mưu",
            "phối hợp",
            "chủ trì",
            "căn cứ",
            "xây dựng",
            "tổ chức",
            "triển khai",
            "chủ động",
            "tăng cường",
            "đẩy mạnh",
            "tiếp tục",
            "phát huy",
            "có trách",
            "chịu trách",
            "thực hiện",
            "báo cáo",
            "phát động",
            "tuyên truyền",
            "vận động",
            "quán triệt",
            "bố trí",
            "cân đối",
            "rà soát",
            "thẩm định",
            "nghiên cứu",
            "tích cực",
            "thường xuyên",
            "kịp thời",
            "phổ biến",
            "đăng ký",
            "được giao",
            "được phân",
            "ban hành",
            "chỉ đạo",
            "lãnh đạo",
            "có kế",
            "có nhiệm",
            "có văn",
            "nêu cao",
            "nâng cao",
            "trên cơ",
            "thông qua",
            "bám sát",
            "cùng với",
            "đề xuất",
            "đề nghị",
            "hoàn thành",
            "tham gia",
            "phát hiện",
            "đảm bảo",
            "bảo đảm",
            "duy trì",
            "phản ánh",
            "quản lý",
            "lựa chọn",
            "bình xét",
            "xem xét",
            "đánh giá",
            "ký kết",
            "hưởng ứng",
            "nghiêm túc",
            "khẩn trương",
            "định kỳ",
            "hàng tháng",
            "hằng tháng",
            "hàng quý",
            "hằng quý",
            "hàng năm",
            "hằng năm",
            "gương mẫu",
            "động viên",
            "khuyến khích",
            "giới thiệu",
            "cung cấp",
            "tiếp nhận",
            "chuẩn bị",
            "tiến hành",
            "giải quyết",
            "đưa tin",
            "đưa nội",
            "viết bài",
            "mở chuyên",
            "xét chọn",
            "tự chấm",
            "chấm điểm",
            "lập hồ",
            "lập dự",
            "lập kế",
            "lập danh",
            "gửi báo",
            "gửi về",
            "nộp báo",
            "cụ thể",
            "giám sát",
            "nhân rộng",
            "bồi dưỡng",
            "đi đầu",
            "nộp hồ",
            "trình ubnd",
            "trình hội",
            "trình chủ",
            "trình cấp",
            "kiện toàn",
            "ứng dụng",
            "đổi mới",
            "phân công",
            "khen thưởng và",
            "gắn với",
            "gắn việc",
            "chấp hành",
            "sơ kết",
            "tổng kết",
            "lồng ghép",
            "giúp ubnd",
            "giúp hội",
            "tạo điều",
            "phân bổ",
            "đầu tư",
            "làm tốt",
            "làm đầu",
            "nắm bắt",
            "nắm vững",
            "tôn vinh",
            "biểu dương",
            "xác định",
            "cụ thể hóa",
            "đa dạng",
            "cập nhật",
            "đăng tải",
            "biên soạn",
            "sưu tầm",
            "phấn đấu",
            "quan tâm",
            "chú trọng",
            "tập trung",
            "đối với",
            "trong việc",
            "trong công",
            "trong thực",
            "thống nhất",
            "thành lập",
            "công bố",
            "trao đổi",
            "đôn đốc,",
            "lấy ý",
            "hỗ trợ",
            "bảo vệ",
            "kêu gọi",
            "ra quân",
            "ra sức",
            "thi đua thực",
            "thi đua hoàn",
            "đồng hành",
            "phê duyệt",
            "quyết định",
            "đăng cai",
            "phục vụ",
            "công nhận",
            "trao tặng",
            "khảo sát",
            "xử lý",
            "thống kê",
            "cam kết",
            "rút kinh",
            "niêm yết",
            "truyền thông",
            "liên hệ",
            "thanh toán",
            "quyết toán",
            "chi trả",
            "ký ban",
            "đề ra",
            "soạn thảo",
            "dự thảo",
            "tổ chức,",
            "thăm hỏi",
            "phát hành",
            "kết nối",
            "tìm hiểu",
            "sinh hoạt",
            "học tập",
            "phát triển",
            "giữ vững",
            "giữ gìn",
            "khắc phục",
            "chăm lo",
            "bàn giao",
            "hoàn thiện",
            "nghiệm thu",
            "sử dụng",
            "vận hành",
            "khai thác",
            "công khai",
            "dự kiến",
            "tạm ứng",
            "tiếp thu",
            "ủy quyền",
            "điều hành",
            "điều chỉnh",
            "tạo môi",
            "tạo không",
            "tạo sự",
            "tạo động",
            "sắp xếp",
            "in ấn",
            "trang trí",
            "mua sắm",
            "lên kế",
            "thông báo",
            "thông tin đến",
            "thông tin về",
            "thông tin kịp",
            "phân tích",
            "giáo dục,",
            "nhắc nhở",
            "phê bình",
            "xem đây",
            "coi đây",
            "đối chiếu",
            "kiểm điểm",
            "thu thập",
            "tổng kết,",
            "sơ kết,",
            "lan tỏa",
            "chia sẻ",
            "nỗ lực",
            "quyết tâm");

    private static final Set<String> VERB_WORDS = Set.of(
            "gửi", "giao", "giúp", "cử", "phải", "cần", "sẽ", "đã", "mưu", "thẩm", "nộp", "lập", "trình", "đưa", "viết",
            "xét", "chấm", "làm", "là", "họp", "tự", "ký", "khi", "nếu", "để", "nhằm", "với", "về", "như", "theo",
            "tại", "trước", "từ", "trong", "bằng", "do", "mở", "quy", "thì", "nên", "được", "nhận", "chi", "ra", "dự",
            "xếp", "bám");

    /** Combinations that only look like a verb inside a name. */
    private static final Pattern PART_OF_NAME = Pattern.compile(
            "^(?:làm công tác|theo dõi công tác|phụ trách|thực hiện nhiệm vụ (?:thi đua|tđkt)|quan hệ|trong (?:cụm|khối|hệ thống|khu|ngành|toàn|huyện|xã|tỉnh|trường|đơn vị|cơ quan)|tự quản|lãnh đạo,? quản lý|trực tiếp|trình độ|kiểm tra (?:đảng|huyện|thị|thành|tỉnh)|tổ chức (?:chính trị|xã hội|đoàn thể|hội|đảng|kinh tế|cán bộ|thành viên|-)|với cụm|quân sự|tuyên truyền (?:viên|pháp luật và)|được (?:kiểm tra|thanh tra|khen thưởng|mời|chọn|phân công phụ trách)|không thuộc|quản lý (?:dự án|thị trường|đô thị|nhà nước))(?![\\p{L}])");

    /** A body that is named by what it does: "Đoàn kiểm tra", "Ban tổ chức", "đối tượng kiểm tra". */
    private static final Pattern ACTING_BODY = Pattern.compile(
            "(?:.*(?:[,;]|và|các) )?(?:ban|tổ|phòng|đoàn|tiểu ban|đội|tổ công tác|bộ phận|đối tượng|trưởng ban|trưởng đoàn)\\s+");

    /** Behind these a verb only says which ones are meant: "không thuộc đối tượng kiểm tra". */
    private static final Pattern OBJECT = Pattern.compile(
            "(?:đối tượng|thuộc|thuộc diện|công tác|phòng quản lý|ban quản lý|đội quản lý|chi cục quản lý|phòng tổ chức|ban tham|phòng tham|phòng kiểm tra)\\s+$");

    private static final Pattern NAMING_VERB = Pattern.compile(
            "^(?:tổ chức|tổng hợp|kiểm tra|thẩm định|chỉ đạo|tuyên truyền|giúp việc|giám sát|thường trực|tham mưu|biên tập|vận động|chấm|quản lý)(?!\\p{L})");

    private UnitPhrases() {}

    /** Whether a unit phrase begins at {@code at}. */
    public static boolean beginsAt(String lower, int at) {
        return headEnd(lower, at) > at;
    }

    private static int headEnd(String lower, int at) {
        Matcher matcher = HEAD.matcher(lower).region(at, Math.min(lower.length(), at + 60));
        matcher.useTransparentBounds(true);
        if (!matcher.lookingAt()) {
            return at;
        }
        Matcher not = NOT_A_UNIT.matcher(lower).region(at, Math.min(lower.length(), at + 60));
        not.useTransparentBounds(true);
        boolean member = lower.startsWith("thành viên", at) || lower.startsWith("thành phố", at);
        return not.lookingAt() && !member ? at : matcher.end();
    }

    /**
     * The end of the list of units that begins at {@code from}: before the verb, the colon or the full stop.
     *
     * @return {@code from} when no unit begins there
     */
    public static int end(Passage words, String lower, int from) {
        int i = headEnd(lower, from);
        if (i == from) {
            return from;
        }
        int end = i;
        int limit = Math.min(lower.length(), from + 700);
        while (i < limit) {
            char c = lower.charAt(i);
            if (c == '(') {
                int close = lower.indexOf(')', i);
                if (close < 0 || close > i + 160) {
                    return end;
                }
                i = close + 1;
                end = i;
                int next = skipBlanks(lower, i);
                boolean goesOn =
                        next < limit && (",;".indexOf(lower.charAt(next)) >= 0 || lower.startsWith("và ", next));
                if (!goesOn) {
                    return end;
                }
            } else if (c == ',' || c == ';') {
                int next = skipBlanks(lower, i + 1);
                if (!listGoesOn(words, lower, next, c)) {
                    return end;
                }
                i = next;
            } else if (c == ':' || c == '.' && !isShortForm(lower, i) || c == '"' || c == '\n') {
                return end;
            } else if (Character.isLetterOrDigit(c)) {
                int wordEnd = wordEnd(lower, i);
                int name = nameEnd(lower, i);
                if (name > i) {
                    wordEnd = name;
                } else if (isVerb(words, lower, i) && !namesBody(lower, from, i)) {
                    return end;
                }
                end = wordEnd;
                i = wordEnd;
            } else {
                i++;
            }
        }
        return end;
    }

    /** The end of a combination that only looks like a verb, or {@code at}. */
    private static int nameEnd(String lower, int at) {
        Matcher name = PART_OF_NAME.matcher(lower).region(at, Math.min(lower.length(), at + 40));
        name.useTransparentBounds(true);
        return name.lookingAt() ? name.end() : at;
    }

    private static boolean namesBody(String lower, int from, int at) {
        Matcher naming = NAMING_VERB.matcher(lower).region(at, Math.min(lower.length(), at + 20));
        naming.useTransparentBounds(true);
        String before = lower.substring(Math.max(from, at - 60), at);
        return naming.lookingAt() && ACTING_BODY.matcher(before).matches()
                || OBJECT.matcher(before).find();
    }

    private static boolean listGoesOn(Passage words, String lower, int next, char mark) {
        if (next >= lower.length()) {
            return false;
        }
        if (beginsAt(lower, next)) {
            return !isVerb(words, lower, next);
        }
        // "Trung tâm Văn hóa, Thông tin - Thể thao": a capital letter goes on with the name
        return mark == ','
                && (Character.isUpperCase(words.charAt(next))
                        || lower.startsWith("khen thưởng", next)
                        || lower.startsWith("thể thao", next)
                        || lower.startsWith("người lao động", next)
                        || lower.startsWith("người hoạt động", next)
                        || lower.startsWith("những người", next)
                        || lower.startsWith("chiến s", next)
                        || lower.startsWith("đảng viên", next)
                        || lower.startsWith("đoàn viên", next)
                        || lower.startsWith("hội viên", next)
                        || lower.startsWith("học sinh", next)
                        || lower.startsWith("các tầng lớp", next));
    }

    private static boolean isVerb(Passage words, String lower, int at) {
        if (!Character.isLowerCase(words.charAt(at))) {
            return false;
        }
        if (nameEnd(lower, at) > at) {
            return false;
        }
        int first = wordEnd(lower, at);
        String one = lower.substring(at, first);
        if (VERB_WORDS.contains(one)) {
            return true;
        }
        int second = skipBlanks(lower, first);
        if (second >= lower.length() || !Character.isLetter(lower.charAt(second))) {
            return false;
        }
        return VERBS.contains(one + " " + lower.substring(second, wordEnd(lower, second)));
    }

    private static boolean isShortForm(String lower, int dot) {
        int start = dot;
        while (start > 0 && Character.isLetter(lower.charAt(start - 1))) {
            start--;
        }
        return dot - start <= 3
                && dot - start > 0
                && dot + 1 < lower.length()
                && Character.isLetter(lower.charAt(skipBlanks(lower, dot + 1) % lower.length()))
                && lower.substring(start, dot)
                        .chars()
                        .noneMatch(ch -> "aeiouyăâêôơư".indexOf(Fold.bare((char) ch)) >= 0);
    }

    private static int wordEnd(String lower, int from) {
        int i = from;
        while (i < lower.length() && Character.isLetterOrDigit(lower.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int skipBlanks(String lower, int from) {
        int i = from;
        while (i < lower.length() && lower.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    /** A list in running text into its members: cut at ";", and at "," and "và" where another unit begins. */
    public static List<Passage> split(Passage list) {
        String lower = Fold.lower(list);
        List<Passage> units = new ArrayList<>();
        int from = 0;
        int depth = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = lower.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > 0) {
                continue;
            }
            if (c == ';' || c == '\n') {
                add(units, list.sub(from, i));
                from = i + 1;
            } else if (c == ',' && strongHead(list, lower, skipBlanks(lower, i + 1))) {
                add(units, list.sub(from, i));
                from = i + 1;
            } else if (lower.startsWith(" và ", i)
                    && strongHead(list, lower, skipBlanks(lower, i + 4))
                    && !isJointOffice(lower, from, i + 4)) {
                add(units, list.sub(from, i));
                from = i + 4;
            }
        }
        add(units, list.from(from));
        return units;
    }

    /**
     * "các cơ quan, đơn vị" is one group of units, "Phòng Nội vụ, Phòng Tài chính" are two units: behind the comma
     * stands a name of its own, or a group word that opens a new group.
     */
    private static boolean strongHead(Passage list, String lower, int at) {
        if (at >= lower.length() || !beginsAt(lower, at)) {
            return false;
        }
        boolean capital = Character.isUpperCase(list.charAt(at)) || Character.isDigit(list.charAt(at));
        return capital
                || lower.startsWith("các ", at)
                || lower.startsWith("những ", at)
                || lower.startsWith("toàn thể", at);
    }

    /** "Văn phòng HĐND và UBND" is one office of two. */
    private static boolean isJointOffice(String lower, int from, int right) {
        return lower.startsWith("văn phòng", skipBlanks(lower, from))
                && (lower.startsWith("ubnd", right)
                        || lower.startsWith("hđnd", right)
                        || lower.startsWith("ủy ban nhân dân", right)
                        || lower.startsWith("hội đồng nhân dân", right));
    }

    private static void add(List<Passage> units, Passage part) {
        Passage unit = trimmed(part);
        if (!unit.isEmpty()) {
            units.add(unit);
        }
    }

    /** Without dash in front and closing mark behind. */
    public static Passage trimmed(Passage part) {
        int from = 0;
        int to = part.length();
        while (from < to && !Character.isLetterOrDigit(part.charAt(from)) && "(\"“".indexOf(part.charAt(from)) < 0) {
            from++;
        }
        while (to > from && " ;.,:/-–+*".indexOf(part.charAt(to - 1)) >= 0) {
            to--;
        }
        return part.sub(from, to);
    }

    /** The units of the cell of a table: one a line, behind dashes, or between semicolons. */
    public static List<Passage> inCell(List<Passage> lines) {
        List<Passage> units = new ArrayList<>();
        for (Passage line : lines) {
            for (Passage part : atDashes(line)) {
                units.addAll(split(part));
            }
        }
        return units;
    }

    private static final Pattern DASH = Pattern.compile("(?:^|[;.,]\\s*)[-–+•]\\s*(?=\\p{L}|\\d)|\\.\\s+(?=[-–+•])");

    private static List<Passage> atDashes(Passage line) {
        Matcher matcher = DASH.matcher(line);
        List<Passage> parts = new ArrayList<>();
        int from = 0;
        while (matcher.find()) {
            parts.add(line.sub(from, matcher.start()));
            from = matcher.end();
        }
        parts.add(line.from(from));
        return parts;
    }
}
