package vn.thidua.plan.view.drafts;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.DraftSource;
import vn.thidua.plan.domain.plan.Outcome;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanField;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.view.RowJson;
import vn.thidua.platform.web.read.Page;
import vn.thidua.platform.web.read.PageRequest;

/** Reads drafts. */
public final class DraftsQueries {

    /** What has become of it. */
    public enum State {
        DRAFT,
        ISSUED,
        DISCARDED
    }

    /**
     * A draft, or what is left of one that is none any more: then its content is empty.
     *
     * @param tasks in order of their numbers
     * @param dropped numbers of tasks that were dropped and may be brought back
     * @param outcomes what a person made of each value decided on
     * @param taskOutcomes the same of each task
     * @param changedBy id of who changed it last
     * @param revision the ETag
     */
    public record Draft(
            String id,
            String unit,
            State state,
            DraftSource source,
            PlanDetails details,
            List<PlannedTask> tasks,
            List<Integer> dropped,
            Set<PlanField> undecidedFields,
            List<Integer> undecidedTasks,
            Map<PlanField, Outcome> outcomes,
            Map<Integer, Outcome> taskOutcomes,
            Instant begunAt,
            Instant changedAt,
            String changedBy,
            long revision) {

        public @Nullable PlannedTask task(int n) {
            return tasks.stream().filter(task -> task.n() == n).findFirst().orElse(null);
        }

        /** A number that no task of it has or had. */
        public int nextNumber() {
            return 1
                    + IntStream.concat(
                                    tasks.stream().mapToInt(PlannedTask::n),
                                    IntStream.concat(
                                            dropped.stream().mapToInt(n -> n),
                                            source.proposedTasks().stream().mapToInt(n -> n)))
                            .max()
                            .orElse(0);
        }
    }

    /** A draft in a list. */
    public record Line(
            String id,
            String unit,
            DraftSource.Kind kind,
            @Nullable String title,
            @Nullable String documentNumber,
            int tasks,
            int undecided,
            Instant begunAt,
            Instant changedAt,
            String changedBy,
            long revision) {}

    private final Supplier<MongoCollection<Document>> rows;
    private final BooleanSupplier catchUp;

    /** @param catchUp waits a moment until the drafts have come to the log's end; false if they have not */
    public DraftsQueries(Supplier<MongoCollection<Document>> rows, BooleanSupplier catchUp) {
        this.rows = rows;
        this.catchUp = catchUp;
    }

    /** One that was begun a moment ago is waited for. */
    public Optional<Draft> find(String id) {
        return find(id, 0);
    }

    /** The same, at a revision that is known to stand, or a later one, if that comes within a moment. */
    public Optional<Draft> find(String id, long revision) {
        Optional<Document> found = row(id);
        if (found.map(row -> version(row) < revision).orElse(true) && catchUp.getAsBoolean()) {
            found = row(id);
        }
        return found.map(DraftsQueries::draft);
    }

    private Optional<Document> row(String id) {
        return Optional.ofNullable(rows.get().find(Filters.eq("_id", id)).first());
    }

    /** Drafts of these units, of all if there is no filter; what was changed last comes first. */
    public <T> Page<T> list(@Nullable Collection<String> units, PageRequest page, Function<Line, T> item) {
        Bson drafts = Filters.eq(DraftsView.STATE, State.DRAFT.name());
        Bson filter = units == null ? drafts : Filters.and(drafts, Filters.in(DraftsView.UNIT, units));
        return page.findDescending(rows.get(), filter, DraftsView.SORT, row -> item.apply(line(row)));
    }

    /** All drafts of these units, that begun first first. */
    public List<Line> of(Collection<String> units) {
        List<Line> lines = new ArrayList<>();
        rows.get()
                .find(Filters.and(Filters.in(DraftsView.UNIT, units), Filters.eq(DraftsView.STATE, State.DRAFT.name())))
                .map(DraftsQueries::line)
                .into(lines);
        lines.sort(Comparator.comparing(Line::begunAt));
        return lines;
    }

    private static Draft draft(Document row) {
        Map<PlanField, Outcome> outcomes = new EnumMap<>(PlanField.class);
        row.get(DraftsView.FIELD_OUTCOMES, new Document())
                .forEach((field, outcome) ->
                        outcomes.put(PlanField.valueOf(field), Outcome.valueOf(outcome.toString())));
        Map<Integer, Outcome> taskOutcomes = new TreeMap<>();
        row.get(DraftsView.TASK_OUTCOMES, new Document())
                .forEach((n, outcome) -> taskOutcomes.put(Integer.valueOf(n), Outcome.valueOf(outcome.toString())));
        Set<PlanField> undecided = new TreeSet<>();
        row.getList(DraftsView.FIELDS, String.class, List.of()).forEach(name -> undecided.add(PlanField.valueOf(name)));
        String details = row.getString(DraftsView.DETAILS);
        return new Draft(
                row.getString("_id"),
                row.getString(DraftsView.UNIT),
                State.valueOf(row.getString(DraftsView.STATE)),
                source(row),
                details == null ? PlanDetails.empty() : RowJson.read(details, PlanDetails.class),
                tasks(row),
                List.copyOf(row.getList(DraftsView.DROPPED, Integer.class, List.of())),
                undecided,
                List.copyOf(row.getList(DraftsView.NUMBERS, Integer.class, List.of())),
                outcomes,
                taskOutcomes,
                Instant.parse(row.getString(DraftsView.BEGUN_AT)),
                Instant.parse(row.getString(DraftsView.CHANGED_AT)),
                row.getString(DraftsView.CHANGED_BY),
                version(row));
    }

    private static List<PlannedTask> tasks(Document row) {
        Map<Integer, TaskContent> tasks = new TreeMap<>();
        row.get(DraftsView.TASKS, new Document())
                .forEach((n, content) ->
                        tasks.put(Integer.valueOf(n), RowJson.read(content.toString(), TaskContent.class)));
        List<PlannedTask> all = new ArrayList<>();
        tasks.forEach((n, content) -> all.add(new PlannedTask(n, content)));
        return List.copyOf(all);
    }

    private static Line line(Document row) {
        return new Line(
                row.getString("_id"),
                row.getString(DraftsView.UNIT),
                source(row).kind(),
                row.getString(DraftsView.TITLE),
                row.getString(DraftsView.NUMBER),
                row.get(DraftsView.TASKS, new Document()).size(),
                row.getList(DraftsView.FIELDS, String.class, List.of()).size()
                        + row.getList(DraftsView.NUMBERS, Integer.class, List.of())
                                .size(),
                Instant.parse(row.getString(DraftsView.BEGUN_AT)),
                Instant.parse(row.getString(DraftsView.CHANGED_AT)),
                row.getString(DraftsView.CHANGED_BY),
                version(row));
    }

    private static DraftSource source(Document row) {
        return RowJson.read(Objects.requireNonNull(row.getString(DraftsView.SOURCE)), DraftSource.class);
    }

    private static long version(Document row) {
        return row.get(DraftsView.VERSION, Number.class).longValue();
    }
}
