package vn.thidua.bench;

import java.util.ArrayList;
import java.util.List;
import vn.thidua.bench.Part.Look;
import vn.thidua.bench.Part.Paragraph;
import vn.thidua.bench.Part.SideBySide;
import vn.thidua.bench.Part.Table;

/**
 * The plan of a commune that does not exist. It grows by points under the items of its second section and by rows of
 * its task table, about half of its length each; the same number of rows always gives the same plan.
 */
final class InventedPlan {
    private static final int YEAR = 2026;
    /** An office numbers its items up to some dozen; what is longer has more points below each. */
    private static final int ITEMS = 12;

    private static final List<Integer> SHARES = List.of(7, 45, 17, 16, 15);
    private static final List<String> HEADER =
            List.of("STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành");
    private static final List<String> VERBS = List.of(
            "Ban hành văn bản chỉ đạo",
            "Tổ chức phát động",
            "Kiểm tra, giám sát",
            "Hướng dẫn, đôn đốc",
            "Tuyên truyền sâu rộng",
            "Rà soát, tổng hợp",
            "Sơ kết, đánh giá");
    private static final List<String> MATTERS = List.of(
            "phong trào thi đua “Xuân Lộc Hạ chung sức xây dựng nông thôn mới”",
            "việc bình xét danh hiệu gia đình văn hóa, thôn văn hóa",
            "công tác cải cách hành chính, tiếp nhận và trả kết quả",
            "việc phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến",
            "hồ sơ đề nghị khen thưởng của các tập thể, cá nhân",
            "phong trào thi đua “Cán bộ, công chức thực hiện văn hóa công sở”",
            "công tác thu, chi ngân sách và xây dựng hạ tầng nông thôn",
            "việc giải quyết đơn thư của công dân",
            "công tác quốc phòng, an ninh, trật tự an toàn xã hội",
            "việc chăm lo gia đình chính sách, hộ nghèo, hộ cận nghèo",
            "sáng kiến, giải pháp công tác của cán bộ, công chức");
    private static final List<String> WAYS = List.of(
            "bảo đảm đúng quy định, công khai, minh bạch",
            "gắn với nhiệm vụ chính trị của địa phương",
            "phấn đấu đạt trên 95% chỉ tiêu được giao",
            "tại các thôn, các cơ quan và trường học trên địa bàn xã",
            "kịp thời biểu dương tập thể, cá nhân có thành tích xuất sắc");
    private static final List<String> OFFICES = List.of(
            "Văn phòng HĐND và UBND xã",
            "Phòng Văn hóa - Xã hội",
            "Phòng Kinh tế",
            "Công an xã",
            "Ban Chỉ huy Quân sự xã",
            "Ủy ban MTTQ Việt Nam xã",
            "Các trường học");

    private InventedPlan() {}

    /**
     * @param rows of the task table, at least one; the outline has as many points
     */
    static List<Part> of(int rows) {
        List<Part> parts = new ArrayList<>();
        opening(parts);
        outline(parts, rows);
        parts.add(table(rows));
        closing(parts);
        return parts;
    }

    /** The plan whose text has about so many bytes of UTF-8, one row more or less. */
    static Sized ofSize(int bytes) {
        int low = 1;
        int high = bytes / 200 + 1;
        while (low < high) {
            int rows = (low + high) / 2;
            if (TextWriter.write(of(rows)).length < bytes) {
                low = rows + 1;
            } else {
                high = rows;
            }
        }
        return new Sized(low, of(low));
    }

    record Sized(int rows, List<Part> parts) {}

    private static void opening(List<Part> parts) {
        parts.add(new SideBySide(
                List.of("ỦY BAN NHÂN DÂN", "XÃ XUÂN LỘC HẠ", "Số: 15/KH-UBND"),
                List.of(
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "Xuân Lộc Hạ, ngày 09 tháng 01 năm " + YEAR)));
        parts.add(new Paragraph(Look.TITLE, "KẾ HOẠCH"));
        parts.add(new Paragraph(Look.TITLE, "Công tác thi đua, khen thưởng năm " + YEAR));
        body(parts, "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;");
        body(parts, "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ;");
        body(
                parts,
                "Thực hiện Kế hoạch số 04/KH-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh Trường Hải về công tác thi"
                        + " đua, khen thưởng năm 2026;");
        body(parts, "UBND xã Xuân Lộc Hạ ban hành Kế hoạch công tác thi đua, khen thưởng năm 2026 như sau:");
    }

    private static void outline(List<Part> parts, int points) {
        heading(parts, "I. MỤC ĐÍCH, YÊU CẦU");
        body(parts, "1. Mục đích");
        body(parts, "- Khơi dậy tinh thần yêu nước, ý chí tự lực của cán bộ, công chức và Nhân dân trong xã.");
        body(parts, "2. Yêu cầu");
        body(parts, "- Khen thưởng chính xác, công bằng, kịp thời, có tác dụng nêu gương.");
        heading(parts, "II. NỘI DUNG");
        int items = Math.min(ITEMS, points);
        for (int item = 0; item < items; item++) {
            body(parts, (item + 1) + ". " + work(item, 0) + ".");
            for (int point = item; point < points; point += items) {
                body(parts, "- " + work(point, 1) + "; " + at(OFFICES, point) + " theo dõi, báo cáo kết quả.");
            }
        }
        heading(parts, "III. TỔ CHỨC THỰC HIỆN");
        body(
                parts,
                "1. Các cơ quan, đơn vị báo cáo sơ kết 6 tháng trước ngày 10/6/2026, báo cáo năm trước ngày"
                        + " 15/11/2026 về UBND xã.");
        body(parts, "2. Nhiệm vụ cụ thể được phân công tại bảng sau:");
    }

    private static Table table(int rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADER);
        for (int row = 0; row < rows; row++) {
            lines.add(List.of(
                    Integer.toString(row + 1),
                    work(row, 2),
                    at(OFFICES, row),
                    at(OFFICES, row + 1 + row % 3),
                    deadline(row)));
        }
        return new Table(SHARES, lines);
    }

    private static void closing(List<Part> parts) {
        body(
                parts,
                "Trên đây là Kế hoạch công tác thi đua, khen thưởng năm 2026 của UBND xã Xuân Lộc Hạ, đề nghị các cơ"
                        + " quan, đơn vị nghiêm túc thực hiện./.");
        parts.add(new SideBySide(
                List.of("Nơi nhận:", "- UBND tỉnh (b/c);", "- Các cơ quan, đơn vị;", "- Các thôn;", "- Lưu: VT."),
                List.of("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "", "Hoàng Thế Mẫn")));
    }

    private static String deadline(int row) {
        int month = 1 + row * 5 % 12;
        return switch (row % 4) {
            case 0 -> "Quý " + at(List.of("I", "II", "III", "IV"), row / 4);
            case 1 -> "Trước ngày %02d/%d/%d".formatted(10 + row % 15, month, YEAR);
            case 2 -> "Tháng %d/%d".formatted(month, YEAR);
            default -> "Thường xuyên";
        };
    }

    /** Steps of different length through the lists, so that neighbours differ and few sentences repeat. */
    private static String work(int number, int step) {
        return at(VERBS, number + step) + " " + at(MATTERS, number * 3 + step) + ", " + at(WAYS, number / 2 + step)
                + ", đợt " + (number + 1);
    }

    private static String at(List<String> list, int number) {
        return list.get(number % list.size());
    }

    private static void heading(List<Part> parts, String text) {
        parts.add(new Paragraph(Look.HEADING, text));
    }

    private static void body(List<Part> parts, String text) {
        parts.add(new Paragraph(Look.BODY, text));
    }
}
