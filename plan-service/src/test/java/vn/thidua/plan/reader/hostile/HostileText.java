package vn.thidua.plan.reader.hostile;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Text that says one thing over and over. */
final class HostileText {
    static final int LIMIT = 20 << 20;

    private HostileText() {}

    /** What is said over and over, by the name of the case. */
    static Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        units.put("one word", "thi đua ");
        units.put("many dates", "trước ngày 01/02/2026 và ngày 3 tháng 4 năm 2025, ");
        units.put("digits", "7");
        units.put("opening quotes", "“");
        units.put("quoted names", "phong trào thi đua “a”, ");
        units.put("pipes", "|");
        units.put("narrow cells", "| a ");
        units.put("tabs", "\t");
        units.put("words between tabs", "a\tb\t");
        units.put("opened tables", "<table>");
        units.put("opened cells", "<table><tr><td>");
        units.put("half a tag", "<a");
        units.put("closed tables", "<table></table>");
        units.put("brackets", "(");
        units.put("pictures that are not closed", "![a](");
        units.put("asterisks", "*");
        units.put("backslashes", "\\");
        units.put("entities", "&lt;&amp;<t");
        units.put("laws", "Căn cứ Luật ");
        units.put("plans of others", "Căn cứ Kế hoạch số 01/KH-UBND ngày 1/1/2025 của UBND tỉnh; ");
        units.put("quarters", "Quý I ");
        units.put("lists of quarters", "quý I, II, ");
        units.put("months", "từ tháng 1 đến tháng ");
        units.put("targets", "phấn đấu 5% ");
        units.put("ranges of targets", "ít nhất từ 5 đến 10% ");
        units.put("dotted ordinals", "1.1.1.1.");
        units.put("ordinals", "1. a ");
        units.put("roman ordinals", "I. ");
        units.put("dashes", "- ");
        units.put("full stops", ".");
        units.put("gaps", "a   b   ");
        units.put("headings of columns", "STT   Nội dung   ");
        units.put("units", "Giao Sở Nội vụ chủ trì, phối hợp với Phòng Tài chính ");
        units.put("lists of units", "các phòng, ban, đơn vị, ");
        units.put("labels", "Chủ trì: ");
        units.put("reports", "báo cáo trước ngày 15/12 ");
        units.put("themes", "chủ đề “thi đua ");
        units.put("years", "tổng kết năm 2025 ");
        units.put("titles", "KẾ HOẠCH ");
        units.put("recipients", "Nơi nhận: ");
        units.put("signatures", "KT. CHỦ TỊCH ");
        units.put("marks on a letter", "\u0301");
        units.put("letters with loose marks", "ơ\u0309");
        units.put("zero-width blanks", "a\u200b");
        units.put("pairs without a partner", "\ud83c");
        return units;
    }

    /** All on one line. */
    static String line(String unit, int bytes) {
        return unit.repeat(Math.max(1, bytes / size(unit)));
    }

    /** On lines of about sixty characters. */
    static String lines(String unit, int bytes) {
        String line = unit.repeat(Math.max(1, 60 / unit.length())) + "\n";
        return line.repeat(Math.max(1, bytes / size(line)));
    }

    /** One item of an ordinary plan. */
    static String item(String unit, int bytes) {
        return plan("2. " + line(unit, bytes) + "\n3. Sơ kết phong trào\n");
    }

    /** The cells of one row of an ordinary plan. */
    static String row(String unit, int bytes) {
        String cell = line(unit.replace("|", "/"), bytes / 3);
        return plan("| TT | Nội dung | Chủ trì | Thời gian |\n|---|---|---|---|\n| 1 | " + cell + " | " + cell + " | "
                + cell + " |\n");
    }

    /** Recipients and the signature of an ordinary plan. */
    static String closing(String unit, int bytes) {
        return plan("2. Sơ kết phong trào\n") + "- " + line(unit, bytes / 2) + "\nCHỦ TỊCH\n" + line(unit, bytes / 2)
                + "\n";
    }

    static String plan(String middle) {
        return """
                UBND XÃ XUÂN SƠN
                Số: 01/KH-UBND
                KẾ HOẠCH
                Phong trào thi đua năm 2026
                Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022;
                I. MỤC ĐÍCH
                1. Nâng cao chất lượng phong trào.
                II. NỘI DUNG
                1. Phát động phong trào thi đua.
                """ + middle + """
                III. TỔ CHỨC THỰC HIỆN
                1. Giao Phòng Nội vụ theo dõi, báo cáo.
                Nơi nhận:
                - Như trên;
                """;
    }

    private static int size(String unit) {
        return unit.getBytes(StandardCharsets.UTF_8).length;
    }
}
