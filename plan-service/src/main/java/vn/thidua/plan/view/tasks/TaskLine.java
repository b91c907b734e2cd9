package vn.thidua.plan.view.tasks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.view.RowJson;

/**
 * A task as it is on a day.
 *
 * @param number of the plan's document
 * @param year in which its last day lies
 * @param quarter that its words name, else that of its last day
 * @param state as recorded
 * @param overdue open, and the last day is over
 * @param dueTo extensions counted
 * @param daysLeft of an open task until its last day; below 0 when it is overdue
 * @param askedBy who has asked for more time by then, and for whom; empty if nobody has, or it is decided
 * @param askedTo the last day asked for
 * @param content of the version of the plan that held on that day
 */
public record TaskLine(
        String plan,
        int n,
        String owner,
        String number,
        @Nullable Integer year,
        @Nullable Integer quarter,
        Tasks.State state,
        boolean overdue,
        int percent,
        @Nullable LocalDate dueTo,
        @Nullable Long daysLeft,
        List<String> askedBy,
        @Nullable LocalDate askedTo,
        TaskContent content) {

    static TaskLine of(Document row, TaskFilter filter) {
        Document day = filter.entry(row);
        Tasks.State state = Tasks.State.valueOf(day.getString(TaskRow.STATE));
        LocalDate dueTo = TaskRow.day(day.getString(TaskRow.END));
        boolean open = state == Tasks.State.OPEN;
        return new TaskLine(
                row.getString(TaskRow.PLAN),
                row.getInteger(TaskRow.N),
                row.getString(TaskRow.OWNER),
                row.getString(TaskRow.NUMBER),
                day.getInteger(TaskRow.YEAR),
                day.getInteger(TaskRow.QUARTER),
                state,
                open && dueTo != null && dueTo.isBefore(filter.asOf()),
                day.getInteger(TaskRow.PERCENT),
                dueTo,
                open && dueTo != null ? ChronoUnit.DAYS.between(filter.asOf(), dueTo) : null,
                day.getString(TaskRow.ASKED_TO) == null ? List.of() : day.getList(TaskRow.ASKED_BY, String.class),
                TaskRow.day(day.getString(TaskRow.ASKED_TO)),
                content(row, day.getInteger(TaskRow.VERSION)));
    }

    private static TaskContent content(Document row, int version) {
        List<Document> contents = row.getList(TaskRow.CONTENTS, Document.class);
        String json = contents.stream()
                .filter(each -> each.getInteger(TaskRow.VERSION) == version)
                .findFirst()
                .orElseThrow()
                .getString(TaskRow.CONTENT);
        return RowJson.read(json, TaskContent.class);
    }
}
