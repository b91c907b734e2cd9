package vn.thidua.plan.view.drafts;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.Document;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.view.RowJson;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.view.Rows;
import vn.thidua.platform.view.View;

/**
 * One row per draft: its content, and what waits for a decision. When it has been issued or given up, the row stays without
 * its content: whose it was, and where its files are.
 */
public final class DraftsView implements View {

    public static final String NAME = "drafts";

    static final String UNIT = "unit";
    static final String STATE = "state";
    static final String SOURCE = "source";
    static final String DETAILS = "details";
    static final String TASKS = "tasks";
    static final String DROPPED = "dropped";
    static final String FIELDS = "undecidedFields";
    static final String NUMBERS = "undecidedTasks";
    static final String FIELD_OUTCOMES = "fieldOutcomes";
    static final String TASK_OUTCOMES = "taskOutcomes";
    static final String TITLE = "title";
    static final String NUMBER = "number";
    static final String VERSION = "version";
    static final String CHANGED_BY = "changedBy";
    static final String CHANGED_AT = "changedAt";
    static final String BEGUN_AT = "begunAt";
    static final String SORT = "sort";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending(UNIT)));
    }

    @Override
    public void project(LoggedEvent event, Rows rows) {
        if (event.payload() instanceof PlanEvent plan) {
            switch (plan) {
                case PlanEvent.PlanDrafted e -> rows.change(e.plan(), row -> touched(begun(row, e, event), event));
                case PlanEvent.DraftDetailsSet e -> change(rows, event, e, row -> detailsSet(row, e));
                case PlanEvent.DraftTaskSet e -> change(rows, event, e, row -> taskSet(row, e));
                case PlanEvent.DraftTaskDropped e -> change(rows, event, e, row -> taskDropped(row, e.n()));
                case PlanEvent.DraftDiscarded e ->
                    change(rows, event, e, row -> ended(row, DraftsQueries.State.DISCARDED));
                case PlanEvent.PlanIssued e -> change(rows, event, e, row -> ended(row, DraftsQueries.State.ISSUED));
                case PlanEvent.PlanAmended _,
                        PlanEvent.PlanSuperseded _,
                        PlanEvent.PlanClosed _,
                        PlanEvent.PlanLinked _ -> {
                    // it is no draft any more
                }
            }
        }
    }

    private static void change(Rows rows, LoggedEvent event, PlanEvent plan, UnaryOperator<Document> change) {
        rows.changeIfPresent(plan.plan(), row -> touched(change.apply(row), event));
    }

    private static Document touched(Document row, LoggedEvent event) {
        Object actor = event.metadata().get("actor");
        return row.append(VERSION, event.sequence())
                .append(CHANGED_BY, actor == null ? "" : actor.toString())
                .append(CHANGED_AT, event.at().toString())
                .append(SORT, event.position());
    }

    private static Document begun(Document row, PlanEvent.PlanDrafted e, LoggedEvent event) {
        Document tasks = new Document();
        for (PlannedTask task : e.tasks()) {
            tasks.append(String.valueOf(task.n()), RowJson.write(task.content()));
        }
        row.append(UNIT, e.unit())
                .append(STATE, DraftsQueries.State.DRAFT.name())
                .append(SOURCE, RowJson.write(e.source()))
                .append(TASKS, tasks)
                .append(DROPPED, List.of())
                .append(FIELDS, names(e.source().proposedFields()))
                .append(NUMBERS, e.source().proposedTasks())
                .append(FIELD_OUTCOMES, new Document())
                .append(TASK_OUTCOMES, new Document())
                .append(BEGUN_AT, event.at().toString());
        return details(row, e.details());
    }

    private static Document details(Document row, PlanDetails details) {
        return row.append(DETAILS, RowJson.write(details))
                .append(TITLE, details.title())
                .append(NUMBER, details.documentNumber());
    }

    private static Document detailsSet(Document row, PlanEvent.DraftDetailsSet e) {
        List<String> undecided = new ArrayList<>(row.getList(FIELDS, String.class, List.of()));
        undecided.removeAll(names(e.decided().keySet()));
        Document outcomes = row.get(FIELD_OUTCOMES, new Document());
        e.decided().forEach((field, outcome) -> outcomes.append(field.name(), outcome.name()));
        return details(row, e.details()).append(FIELDS, undecided).append(FIELD_OUTCOMES, outcomes);
    }

    private static Document taskSet(Document row, PlanEvent.DraftTaskSet e) {
        String n = String.valueOf(e.n());
        Document tasks = row.get(TASKS, new Document()).append(n, RowJson.write(e.content()));
        Document outcomes =
                row.get(TASK_OUTCOMES, new Document()).append(n, e.outcome().name());
        return decided(row, e.n())
                .append(TASKS, tasks)
                .append(TASK_OUTCOMES, outcomes)
                .append(DROPPED, without(row.getList(DROPPED, Integer.class, List.of()), e.n()));
    }

    private static Document taskDropped(Document row, int n) {
        Document tasks = row.get(TASKS, new Document());
        tasks.remove(String.valueOf(n));
        List<Integer> dropped = new ArrayList<>(without(row.getList(DROPPED, Integer.class, List.of()), n));
        dropped.add(n);
        dropped.sort(null);
        Document outcomes = row.get(TASK_OUTCOMES, new Document());
        outcomes.remove(String.valueOf(n));
        return decided(row, n).append(TASKS, tasks).append(DROPPED, dropped).append(TASK_OUTCOMES, outcomes);
    }

    private static Document decided(Document row, int n) {
        return row.append(NUMBERS, without(row.getList(NUMBERS, Integer.class, List.of()), n));
    }

    private static List<Integer> without(List<Integer> numbers, int n) {
        return numbers.stream().filter(number -> number != n).toList();
    }

    /** An event that comes again must not bring the row back: it stays, without what it held. */
    private static Document ended(Document row, DraftsQueries.State state) {
        for (String gone :
                List.of(DETAILS, TASKS, DROPPED, FIELDS, NUMBERS, FIELD_OUTCOMES, TASK_OUTCOMES, TITLE, NUMBER)) {
            row.remove(gone);
        }
        return row.append(STATE, state.name());
    }

    private static List<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().sorted().map(Enum::name).toList();
    }
}
