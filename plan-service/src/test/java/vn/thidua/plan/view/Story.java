package vn.thidua.plan.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.DraftSource;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.domain.task.TaskEvent;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.testing.FedTwice;
import vn.thidua.platform.view.Mark;
import vn.thidua.platform.view.View;
import vn.thidua.platform.view.ViewTable;

/** Events of plans and tasks as the log has them, and the rows they lead to. */
public final class Story {

    private final List<LoggedEvent> events = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();

    /** @param recorded the day on which it was recorded */
    public Story plan(String recorded, PlanEvent event) {
        owners.put(event.plan(), event.unit());
        return add(recorded, event.plan(), event);
    }

    public Story task(String recorded, TaskEvent event) {
        return add(recorded, event.task(), event);
    }

    private Story add(String recorded, String aggregate, Object payload) {
        long sequence = sequences.merge(aggregate, 0L, (last, _) -> last + 1);
        long position = events.size();
        Instant at = LocalDate.parse(recorded).atTime(2, 0).toInstant(ZoneOffset.UTC);
        events.add(new LoggedEvent(
                "e" + position, payload, "any", aggregate, sequence, position, at, Map.of("actor", "somebody")));
        return this;
    }

    /** Issued on the day of its details, with its tasks begun. */
    public Story issued(String plan, String unit, PlanDetails details, TaskContent... contents) {
        String day = String.valueOf(details.issueDate());
        List<PlannedTask> tasks = new ArrayList<>();
        for (TaskContent content : contents) {
            tasks.add(new PlannedTask(tasks.size() + 1, content));
        }
        plan(day, new PlanEvent.PlanDrafted(plan, unit, DraftSource.hand(), details, tasks));
        plan(day, new PlanEvent.PlanIssued(plan, unit, details, tasks));
        for (PlannedTask task : tasks) {
            task(
                    day,
                    new TaskEvent.TaskAssigned(
                            PlannedTask.id(plan, task.n()),
                            plan,
                            task.n(),
                            unit,
                            String.valueOf(details.documentNumber()),
                            details.year(),
                            task.content()));
        }
        return this;
    }

    /** @param recorded the day of recording; {@code on} the day for which it holds */
    public Story reported(String recorded, String task, int percent, String on) {
        return task(
                recorded,
                new TaskEvent.ProgressReported(
                        task, plan(task), owner(task), "x", percent, null, List.of(), LocalDate.parse(on)));
    }

    public Story completed(String recorded, String task, String on) {
        return task(
                recorded,
                new TaskEvent.TaskCompleted(
                        task, plan(task), owner(task), "x", null, List.of("proof"), LocalDate.parse(on), null));
    }

    public Story reopened(String on, String task) {
        return task(on, new TaskEvent.TaskReopened(task, plan(task), owner(task), "chưa đủ", LocalDate.parse(on)));
    }

    public Story asked(String on, String task, String dueTo) {
        return task(
                on,
                new TaskEvent.ExtensionAsked(
                        task,
                        plan(task),
                        owner(task),
                        "x",
                        "asker",
                        null,
                        LocalDate.parse(dueTo),
                        "mưa lũ",
                        LocalDate.parse(on)));
    }

    public Story extended(String on, String task, String before, String dueTo) {
        return task(
                on,
                new TaskEvent.ExtensionGranted(
                        task,
                        plan(task),
                        owner(task),
                        "x",
                        "leader",
                        LocalDate.parse(before),
                        LocalDate.parse(dueTo),
                        null,
                        LocalDate.parse(on)));
    }

    private String owner(String task) {
        return owners.getOrDefault(plan(task), "");
    }

    private static String plan(String task) {
        return task.substring(0, task.indexOf('/'));
    }

    public List<LoggedEvent> events() {
        return List.copyOf(events);
    }

    /** The rows, checked to be the same however the events come. */
    public MongoCollection<Document> rows(MongoDatabase database, View view) {
        FedTwice.rows(database, view, events);
        ViewTable table = ViewTable.open(database, view.name() + "_" + UUID.randomUUID(), view.indexes());
        for (LoggedEvent event : events) {
            view.project(event, table.rows(new Mark.OfLog(event.position())));
        }
        table.flush();
        return database.getCollection(table.name());
    }

    public static PlanDetails details(String number, String issued, CitedDocument... above) {
        LocalDate day = LocalDate.parse(issued);
        return new PlanDetails(
                PlanDetails.PlanKind.YEAR,
                number,
                day,
                null,
                "Phong trào thi đua năm " + day.getYear(),
                day.getYear(),
                null,
                List.of(),
                List.of(above),
                List.of(),
                List.of(),
                List.of(),
                List.of("Như trên"),
                new PlanDetails.Signatory("Chủ tịch", "Lò Thị Mây"));
    }

    /** The same details with another title. */
    public static PlanDetails titled(PlanDetails details, String title) {
        return new PlanDetails(
                details.kind(),
                details.documentNumber(),
                details.issueDate(),
                details.place(),
                title,
                details.year(),
                details.theme(),
                details.legalBases(),
                details.implementsDocuments(),
                details.campaigns(),
                details.targets(),
                details.reportDeadlines(),
                details.recipients(),
                details.signatory());
    }

    /** A task that a unit executes. */
    public static TaskContent content(String text, @Nullable String dueTo, String... units) {
        return new TaskContent(
                null,
                text,
                null,
                null,
                null,
                dueTo == null ? null : LocalDate.parse(dueTo),
                List.of(),
                List.of(units).stream()
                        .map(unit -> Assignee.of("Đơn vị " + unit, Target.unit(unit, "Đơn vị " + unit)))
                        .toList(),
                List.of());
    }
}
