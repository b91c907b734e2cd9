package vn.thidua.plan.reader.fields;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.WarningCode;
import vn.thidua.plan.reader.grammar.DateGrammar;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.source.Passage;
import vn.thidua.plan.reader.structure.Outline;

/** Odd things in tasks: years, order, gaps, missing people. */
final class TaskWarnings {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Pattern YEAR = Pattern.compile(
            "(?<![\\d/.-])(?<!tháng \\d )(?<!tháng \\d\\d )năm\\s+((?:19|20)\\d{2})(?!\\s*[-–]\\s*\\d)");
    /** Words of looking back and words of looking ahead; the nearest before a year tells what the year is for. */
    private static final Pattern DIRECTION = Pattern.compile(
            "(tổng kết|sơ kết|kết quả|chấm điểm|bình xét|bình bầu|khen thưởng|đánh giá|thành tích|báo cáo|suy tôn|công nhận|xếp loại)"
                    + "|(kế hoạch|phương hướng|nhiệm vụ|đăng ký|phát động|giao ước|dự toán|chỉ tiêu|chương trình|triển khai)");

    private static final Pattern ANNEX = Pattern.compile(
            "(?:có|theo|tại|đính kèm|kèm theo|chi tiết)\\s+(?:\\S+\\s+){0,2}(?:phụ lục|biểu)(?:\\s+\\S+){0,4}\\s+(?:kèm theo|đính kèm)|phụ lục (?:chi tiết )?kèm theo");

    private static final int LONGEST_ITEM = 300;

    interface Sink {
        void add(WarningCode code, String message, Passage at);
    }

    private final PlanFields fields;
    private final Sink sink;

    TaskWarnings(PlanFields fields, Sink sink) {
        this.fields = fields;
        this.sink = sink;
    }

    void check() {
        List<TaskDraft> tasks = fields.tasks;
        if (tasks.isEmpty()) {
            sink.add(
                    WarningCode.NO_TASKS,
                    "Không tìm thấy nhiệm vụ nào trong kế hoạch. Hãy thêm nhiệm vụ bằng tay hoặc kiểm tra lại tệp.",
                    Passage.EMPTY);
        }
        TaskDraft before = null;
        for (TaskDraft task : tasks) {
            fields.budget.check();
            people(task);
            years(task);
            days(task, before);
            if (before != null) {
                numbering(before, task);
            }
            before = task.dueTo() != null || before == null || task.ordinal() != null ? task : before;
        }
        numbering(fields.outline.sections());
        annex();
    }

    private void people(TaskDraft task) {
        if (!task.fromTable()) {
            return;
        }
        if (task.lead().isEmpty()
                && task.executors().isEmpty()
                && task.coordinators().isEmpty()) {
            sink.add(
                    WarningCode.TASK_WITHOUT_UNIT,
                    "Nhiệm vụ " + name(task) + " không nêu đơn vị nào. Hãy chọn đơn vị thực hiện.",
                    task.text());
        } else if (task.leadAsked() && task.lead().isEmpty()) {
            sink.add(
                    WarningCode.TASK_WITHOUT_LEAD,
                    "Nhiệm vụ " + name(task) + " chưa nêu đơn vị chủ trì. Hãy bổ sung nếu cần.",
                    task.text());
        }
    }

    private void years(TaskDraft task) {
        // long paragraphs cite and look back; a year in them is no slip of the pen
        if (fields.planYear == 0 || !task.fromTable() && task.text().length() > LONGEST_ITEM) {
            return;
        }
        String lower = Fold.lower(task.text());
        Matcher year = YEAR.matcher(lower);
        Matcher direction = DIRECTION.matcher(lower);
        boolean directed = direction.find();
        boolean back = false;
        while (year.find()) {
            int value = Integer.parseInt(year.group(1));
            while (directed && direction.end() <= year.start()) {
                back = direction.group(1) != null;
                directed = direction.find();
            }
            boolean odd = value < fields.planYear && !back || value > fields.planYear && back;
            if (odd && Math.abs(value - fields.planYear) <= 2) {
                sink.add(
                        WarningCode.YEAR_MISMATCH,
                        "Nhiệm vụ " + name(task) + " nhắc đến năm " + value + " trong kế hoạch năm " + fields.planYear
                                + ". Hãy kiểm tra xem có phải gõ nhầm năm; hệ thống giữ nguyên như văn bản.",
                        task.text().sub(year.start(), year.end()));
            }
        }
    }

    private void days(TaskDraft task, @Nullable TaskDraft before) {
        LocalDate due = task.dueTo();
        if (due == null) {
            invalid(task);
            return;
        }
        LocalDate issued = issued();
        if (issued != null && due.isBefore(issued)) {
            sink.add(
                    WarningCode.DEADLINE_PAST,
                    "Hạn của nhiệm vụ " + name(task) + " (" + DAY.format(due)
                            + ") sớm hơn ngày ban hành. Hãy kiểm tra lại.",
                    task.deadline());
        }
        // inside the window of the task above is not before it
        LocalDate above = before == null ? null : before.dueFrom() != null ? before.dueFrom() : before.dueTo();
        if (above != null && task.fromTable() && due.isBefore(above)) {
            sink.add(
                    WarningCode.DEADLINE_ORDER,
                    "Hạn của nhiệm vụ " + name(task) + " (" + DAY.format(due)
                            + ") sớm hơn hạn của nhiệm vụ đứng trước (" + DAY.format(above)
                            + "). Hãy kiểm tra thứ tự.",
                    task.deadline());
        }
    }

    private void invalid(TaskDraft task) {
        for (DateGrammar.Written written : DateGrammar.find(Fold.lower(task.deadline()))) {
            if (written.in(written.year() == null ? Math.max(1, fields.planYear) : written.year()) == null) {
                sink.add(
                        WarningCode.DATE_INVALID,
                        "Hạn của nhiệm vụ " + name(task) + " ghi một ngày không có trong lịch. Hãy nhập lại ngày.",
                        task.deadline());
            }
        }
    }

    private @Nullable LocalDate issued() {
        HeaderFields.PlaceAndDate date = fields.placeAndDate;
        if (date.day().isEmpty() || date.month().isEmpty() || date.year().isEmpty()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(date.year().toString()),
                    Integer.parseInt(date.month().toString()),
                    Integer.parseInt(date.day().toString()));
        } catch (DateTimeException | NumberFormatException notADay) {
            return null;
        }
    }

    private void numbering(TaskDraft before, TaskDraft task) {
        Integer last = plainNumber(before);
        Integer next = plainNumber(task);
        if (last != null && next != null) {
            sequence(last, next, task.ordinalAt());
        }
    }

    /** Items of one level of the outline count up one by one. */
    private void numbering(List<Outline.Node> siblings) {
        Outline.Node before = null;
        for (Outline.Node node : siblings) {
            if (before != null && node.number() > 0 && before.number() > 0 && node.isLike(before)) {
                sequence(
                        before.number(),
                        node.number(),
                        node.words().sub(0, Math.min(80, node.words().length())));
            }
            before = node;
            numbering(node.numbered());
        }
    }

    private void sequence(int last, int next, Passage at) {
        if (next == last + 1 || next == last) {
            return;
        }
        if (next < last) {
            sink.add(
                    WarningCode.NUMBERING_RESTARTS,
                    "Số thứ tự đánh lại từ " + next + " sau " + last + ". Hãy kiểm tra có thiếu tiêu đề nhóm.",
                    at);
        } else {
            sink.add(
                    WarningCode.NUMBERING_SKIPS,
                    "Số thứ tự nhảy từ " + last + " sang " + next + ". Hãy kiểm tra có thiếu mục.",
                    at);
        }
    }

    private static @Nullable Integer plainNumber(TaskDraft task) {
        String ordinal = task.ordinal();
        return ordinal != null && task.fromTable() && ordinal.matches("\\d{1,3}") ? Integer.valueOf(ordinal) : null;
    }

    private void annex() {
        if (!fields.zones.annexes().isEmpty()) {
            return;
        }
        for (Passage paragraph : fields.paragraphs) {
            fields.budget.check();
            Matcher matcher = ANNEX.matcher(Fold.lower(paragraph));
            if (matcher.find()) {
                sink.add(
                        WarningCode.ANNEX_MISSING,
                        "Kế hoạch nói có phụ lục kèm theo nhưng tệp không có phụ lục. Hãy gửi thêm phụ lục nếu trong đó có"
                                + " nhiệm vụ.",
                        paragraph.sub(matcher.start(), matcher.end()));
                return;
            }
        }
    }

    private static String name(TaskDraft task) {
        String ordinal = task.ordinal();
        if (ordinal != null) {
            return ordinal;
        }
        String text = task.text().toString();
        return "“" + (text.length() <= 60 ? text : text.substring(0, 57) + "...") + "”";
    }
}
