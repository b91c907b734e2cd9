package vn.thidua.plan.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.document.WordBody.Align;
import vn.thidua.plan.document.WordBody.Cell;
import vn.thidua.plan.document.WordBody.Look;
import vn.thidua.plan.document.WordBody.Row;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.TaskContent;

/** The table of tasks: one row each, quarters as rows of their own where the words of a deadline leave them out. */
final class TaskTable {

    private static final int SIZE = 13;
    private static final Look MIDDLE = Look.of(Align.CENTRE, SIZE);
    private static final Look TEXT = Look.of(Align.LEFT, SIZE);
    private static final int ORDINAL_WIDTH = 750;
    private static final int TIME_WIDTH = 1500;
    private static final int WHO_WIDTH = 1500;
    /** In the place of an ordinal that there is none, and of somebody where the row has nothing else. */
    private static final String NONE = "-";

    private record Who(String heading, Function<TaskContent, List<Assignee>> assignees) {}

    private TaskTable() {}

    /** @param year of the plan; 0 if it is not known */
    static void write(List<TaskContent> tasks, int year, WordBody body) {
        Deadlines deadlines = Deadlines.of(tasks, year);
        List<Who> roles = roles(tasks);
        int columns = 3 + roles.size();
        List<Integer> widths = new ArrayList<>(List.of(
                ORDINAL_WIDTH, WordBody.WIDTH - ORDINAL_WIDTH - TIME_WIDTH - roles.size() * WHO_WIDTH, TIME_WIDTH));
        List<Row> rows = new ArrayList<>();
        List<Cell> heading =
                new ArrayList<>(List.of(head("STT"), head("Nội dung công việc"), head(deadlines.heading())));
        for (Who role : roles) {
            widths.add(WHO_WIDTH);
            heading.add(head(role.heading()));
        }
        rows.add(new Row(heading, true));
        @Nullable Integer quarter = null;
        for (TaskContent task : tasks) {
            Deadlines.Said deadline = deadlines.of(task);
            boolean standsUnder = deadline.open() && !Objects.equals(quarter, deadline.quarter());
            if (standsUnder) {
                quarter = deadline.quarter();
                String over = quarter == null ? "CÁC NHIỆM VỤ KHÁC" : Wording.upper(Deadlines.quarter(quarter));
                rows.add(new Row(List.of(new Cell(WordBody.paragraph(MIDDLE.strong(), over), columns)), false));
            }
            rows.add(new Row(cells(task, deadline.words(), roles), false));
        }
        body.table(widths, rows, true);
    }

    /** Those that some task has; with none of them who executes. */
    private static List<Who> roles(List<TaskContent> tasks) {
        List<Who> all = List.of(
                new Who("Cơ quan chủ trì", TaskContent::lead),
                new Who("Cơ quan thực hiện", TaskContent::executors),
                new Who("Cơ quan phối hợp", TaskContent::coordinators));
        List<Who> named = all.stream()
                .filter(role -> tasks.stream()
                        .anyMatch(task -> !role.assignees().apply(task).isEmpty()))
                .toList();
        return named.isEmpty() ? List.of(all.get(1)) : named;
    }

    private static List<Cell> cells(TaskContent task, String deadline, List<Who> roles) {
        String ordinal = WordText.line(Objects.requireNonNullElse(task.ordinal(), ""));
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(WordBody.paragraph(MIDDLE, ordinal.isEmpty() ? NONE : ordinal)));
        cells.add(paragraphs(WordText.lines(task.text())));
        cells.add(deadline.isEmpty() ? Cell.of() : Cell.of(WordBody.paragraph(MIDDLE, deadline)));
        boolean alone = deadline.isEmpty() && task.assignees().findAny().isEmpty();
        for (Who role : roles) {
            List<String> words = new ArrayList<>();
            for (Assignee assignee : role.assignees().apply(task)) {
                words.add(WordText.line(assignee.words()));
            }
            words.removeIf(String::isEmpty);
            // with nothing beside its words a row would be the heading of a group
            cells.add(words.isEmpty() && alone ? Cell.of(WordBody.paragraph(MIDDLE, NONE)) : paragraphs(listed(words)));
        }
        return cells;
    }

    private static List<String> listed(List<String> words) {
        List<String> listed = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            listed.add(words.get(i) + (i + 1 < words.size() ? ";" : ""));
        }
        return listed;
    }

    private static Cell paragraphs(List<String> lines) {
        return Cell.of(
                lines.stream().map(line -> WordBody.paragraph(TEXT, line)).toArray(String[]::new));
    }

    private static Cell head(String words) {
        return Cell.of(WordBody.paragraph(MIDDLE.strong(), words));
    }
}
