package vn.thidua.plan.domain.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people call the fields that a rejection names. */
final class FieldWords {

    private static final Pattern TASK = Pattern.compile("tasks\\[(\\d+)](?:\\.(\\w+).*)?");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("kind", "loại kế hoạch"),
            Map.entry("state", "trạng thái của kế hoạch"),
            Map.entry("documentNumber", "số, ký hiệu văn bản"),
            Map.entry("issueDate", "ngày ban hành"),
            Map.entry("place", "địa danh"),
            Map.entry("title", "trích yếu"),
            Map.entry("year", "năm kế hoạch"),
            Map.entry("theme", "chủ đề"),
            Map.entry("legalBases", "căn cứ"),
            Map.entry("implementsDocuments", "văn bản cấp trên"),
            Map.entry("campaigns", "phong trào thi đua"),
            Map.entry("targets", "chỉ tiêu"),
            Map.entry("reportDeadlines", "thời hạn báo cáo"),
            Map.entry("recipients", "nơi nhận"),
            Map.entry("signatory", "người ký"),
            Map.entry("signatory.position", "chức vụ người ký"),
            Map.entry("signatory.name", "họ tên người ký"),
            Map.entry("tasks", "nhiệm vụ"),
            Map.entry("reason", "lý do"),
            Map.entry("note", "ghi chú"),
            Map.entry("document", "văn bản điều chỉnh"),
            Map.entry("by", "văn bản thay thế"),
            Map.entry("above", "kế hoạch cấp trên"),
            Map.entry("index", "văn bản cấp trên"),
            Map.entry("effective", "ngày hiệu lực"));

    private static final Map<String, String> OF_A_TASK = Map.ofEntries(
            Map.entry("ordinal", "số thứ tự"),
            Map.entry("text", "nội dung"),
            Map.entry("deadlineText", "thời hạn bằng chữ"),
            Map.entry("quarter", "quý"),
            Map.entry("dueFrom", "ngày bắt đầu"),
            Map.entry("dueTo", "hạn hoàn thành"),
            Map.entry("lead", "đơn vị chủ trì"),
            Map.entry("executors", "đơn vị thực hiện"),
            Map.entry("coordinators", "đơn vị phối hợp"));

    private FieldWords() {}

    /** As {@code hạn hoàn thành của nhiệm vụ 3} for {@code tasks[3].dueTo}; the path itself if it has no other name. */
    static String of(String path) {
        Matcher task = TASK.matcher(path);
        if (task.matches()) {
            String part = task.group(2);
            return (part == null ? "" : OF_A_TASK.getOrDefault(part, part) + " của ") + "nhiệm vụ " + task.group(1);
        }
        String whole = WORDS.get(path);
        return whole != null ? whole : WORDS.getOrDefault(path.split("[.\\[]", 2)[0], path);
    }

    /** All of them in one line; several tasks are named once: {@code nhiệm vụ 3, 4}. */
    static String list(List<String> paths) {
        List<String> words = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (String path : paths) {
            Matcher task = TASK.matcher(path);
            if (task.matches() && task.group(2) == null) {
                numbers.add(task.group(1));
            } else {
                words.add(of(path));
            }
        }
        if (!numbers.isEmpty()) {
            words.add("nhiệm vụ " + String.join(", ", numbers));
        }
        return String.join("; ", words);
    }
}
