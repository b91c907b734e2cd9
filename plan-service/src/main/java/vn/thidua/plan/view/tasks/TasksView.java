package vn.thidua.plan.view.tasks;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.domain.task.TaskEvent;
import vn.thidua.plan.view.Recorded;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.view.Mark;
import vn.thidua.platform.view.Rows;
import vn.thidua.platform.view.View;

/** One row per task: as it is now, and what it was on any day before. The days of a plan's versions come from the plan. */
public final class TasksView implements View {

    public static final String NAME = "tasks";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(
                new IndexModel(Indexes.ascending(TaskRow.END)),
                new IndexModel(Indexes.ascending(Mark.POSITION)),
                new IndexModel(Indexes.ascending(Mark.SEEN), new IndexOptions().sparse(true)));
    }

    @Override
    public void project(LoggedEvent event, Rows rows) {
        if (event.payload() instanceof TaskEvent task) {
            rows.change(task.task(), row -> changed(row, task, event).append(TaskRow.REVISION, event.sequence()));
        } else if (event.payload() instanceof PlanEvent plan) {
            project(plan, event, rows);
        }
    }

    private static void project(PlanEvent event, LoggedEvent logged, Rows rows) {
        switch (event) {
            case PlanEvent.PlanIssued e ->
                starts(
                        rows,
                        e.plan(),
                        1,
                        e.tasks(),
                        Objects.requireNonNullElse(e.details().issueDate(), Recorded.day(logged)));
            case PlanEvent.PlanAmended e -> starts(rows, e.plan(), e.version(), e.tasks(), e.effective());
            case PlanEvent.PlanDrafted _,
                    PlanEvent.DraftDetailsSet _,
                    PlanEvent.DraftTaskSet _,
                    PlanEvent.DraftTaskDropped _,
                    PlanEvent.DraftDiscarded _,
                    PlanEvent.PlanSuperseded _,
                    PlanEvent.PlanClosed _,
                    PlanEvent.PlanLinked _ -> {
                // what follows for tasks, their own events say
            }
        }
    }

    private static void starts(Rows rows, String plan, int version, List<PlannedTask> tasks, LocalDate day) {
        for (PlannedTask task : tasks) {
            rows.change(PlannedTask.id(plan, task.n()), row -> TaskRow.starts(row, version, day));
        }
    }

    private static Document changed(Document row, TaskEvent event, LoggedEvent logged) {
        return switch (event) {
            case TaskEvent.TaskAssigned e -> assigned(row, e, logged);
            case TaskEvent.TaskChanged e ->
                TaskRow.act(
                        TaskRow.content(row, e.version(), e.content()),
                        act(logged, Tasks.ActType.CHANGED, start(row, e.version(), logged))
                                .append(TaskRow.VERSION, e.version()));
            case TaskEvent.TaskWithdrawn e ->
                TaskRow.act(
                        row,
                        act(logged, Tasks.ActType.WITHDRAWN, e.effective())
                                .append(TaskRow.CAUSE, e.cause().name()));
            case TaskEvent.ProgressReported e ->
                TaskRow.act(
                        files(row, e.evidence()),
                        act(logged, Tasks.ActType.REPORTED, e.on())
                                .append("unit", e.unit())
                                .append(TaskRow.PERCENT, e.percent())
                                .append("note", e.note())
                                .append(TaskRow.FILES, e.evidence()));
            case TaskEvent.TaskCompleted e ->
                TaskRow.act(
                        files(row, e.proof()),
                        act(logged, Tasks.ActType.COMPLETED, e.on())
                                .append("unit", e.unit())
                                .append("note", e.note())
                                .append(TaskRow.FILES, e.proof()));
            case TaskEvent.ExtensionAsked e ->
                TaskRow.act(
                        row,
                        act(logged, Tasks.ActType.EXTENSION_ASKED, e.on())
                                .append(
                                        TaskRow.ASKED_BY,
                                        Stream.of(e.by(), e.actingFor())
                                                .filter(Objects::nonNull)
                                                .toList())
                                .append("unit", e.unit())
                                .append("dueTo", e.dueTo().toString())
                                .append("reason", e.reason()));
            case TaskEvent.ExtensionGranted e ->
                TaskRow.act(
                        row,
                        act(logged, Tasks.ActType.EXTENSION_GRANTED, e.on())
                                .append("unit", e.unit())
                                .append("before", e.before().toString())
                                .append("dueTo", e.dueTo().toString())
                                .append("note", e.note()));
            case TaskEvent.ExtensionRefused e ->
                TaskRow.act(
                        row,
                        act(logged, Tasks.ActType.EXTENSION_REFUSED, e.on())
                                .append("unit", e.unit())
                                .append("reason", e.reason()));
            case TaskEvent.TaskOverdue e ->
                TaskRow.act(
                        row.append(TaskRow.TOLD, e.dueTo().toString()),
                        act(logged, Tasks.ActType.OVERDUE, e.dueTo().plusDays(1))
                                .append("dueTo", e.dueTo().toString()));
            case TaskEvent.TaskReopened e ->
                TaskRow.act(row, act(logged, Tasks.ActType.REOPENED, e.on()).append("reason", e.reason()));
        };
    }

    private static Document assigned(Document row, TaskEvent.TaskAssigned event, LoggedEvent logged) {
        row.append(TaskRow.PLAN, event.plan())
                .append(TaskRow.N, event.n())
                .append(TaskRow.OWNER, event.owner())
                .append(TaskRow.NUMBER, event.documentNumber())
                .append(TaskRow.PLAN_YEAR, event.year())
                .append(TaskRow.FILES, List.of());
        List<Document> starts = row.getList(TaskRow.STARTS, Document.class, List.of());
        int version = starts.isEmpty() ? 1 : starts.getFirst().getInteger(TaskRow.VERSION);
        return TaskRow.act(
                TaskRow.content(row, version, event.content()),
                act(logged, Tasks.ActType.ASSIGNED, start(row, version, logged)).append(TaskRow.VERSION, version));
    }

    /** The first day of a version; if the plan has not told, the day on which it was recorded. */
    private static LocalDate start(Document row, int version, LoggedEvent logged) {
        return row.getList(TaskRow.STARTS, Document.class, List.of()).stream()
                .filter(each -> each.getInteger(TaskRow.VERSION) == version)
                .findFirst()
                .map(each -> LocalDate.parse(each.getString(TaskRow.FROM)))
                .orElseGet(() -> Recorded.day(logged));
    }

    private static Document act(LoggedEvent event, Tasks.ActType type, LocalDate on) {
        return new Document(TaskRow.TYPE, type.name())
                .append(TaskRow.ON, on.toString())
                .append("at", event.at().toString())
                .append("by", event.metadata().get("actor"));
    }

    private static Document files(Document row, List<String> more) {
        Set<String> files = new LinkedHashSet<>(row.getList(TaskRow.FILES, String.class, List.of()));
        files.addAll(more);
        return row.append(TaskRow.FILES, List.copyOf(files));
    }
}
