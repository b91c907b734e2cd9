package vn.thidua.plan.view.plans;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.Citations;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.view.RowJson;
import vn.thidua.platform.web.read.PageRequest;

/** Lists of issued plans as of a day, their versions, and what answers them. */
public final class PlanLists {

    private static final Bson FOR_LINES = Projections.exclude(PlanRow.CONTENT, PlanRow.UNITS, PlanRow.PARTIES);

    private final Supplier<MongoCollection<Document>> rows;
    private final Supplier<MongoCollection<Document>> versions;
    private final PlansQueries plans;
    private final BooleanSupplier catchUp;

    /** @param catchUp waits a moment until the versions have come to the log's end; false if they have not */
    public PlanLists(
            Supplier<MongoCollection<Document>> rows,
            Supplier<MongoCollection<Document>> versions,
            PlansQueries plans,
            BooleanSupplier catchUp) {
        this.catchUp = catchUp;
        this.rows = rows;
        this.versions = versions;
        this.plans = plans;
    }

    /**
     * A version of a plan, in full.
     *
     * @param effective first day on which it holds
     * @param reason why the version before was changed; null in the first
     * @param document the document that changed it
     * @param changes what differs from the version before; null in the first
     */
    public record Version(
            int version,
            LocalDate effective,
            @Nullable String reason,
            @Nullable CitedDocument document,
            PlanEvent.@Nullable Changes changes,
            PlanDetails details,
            List<PlannedTask> tasks) {}

    /**
     * A plan that names another as its document above.
     *
     * @param issued null while it is a draft
     * @param drafted null if it was not drafted here
     */
    public record Answer(
            String id,
            String unit,
            @Nullable LocalDate issued,
            @Nullable LocalDate drafted,
            @Nullable String number,
            List<String> above) {

        /** Whether it is issued on the day, or worked on by then. */
        public boolean isThere(LocalDate day) {
            return isIssued(day) || drafted != null && !drafted.isAfter(day);
        }

        public boolean isIssued(LocalDate day) {
            return issued != null && !issued.isAfter(day);
        }
    }

    /** Plans in the order in which they are listed, the latest first, one more than the page holds if there are so many. */
    public List<PlanLine> page(PlanFilter filter, PageRequest page) {
        PageRequest.@Nullable Cursor after = page.after();
        Bson wanted = after == null ? filter.toBson() : Filters.and(filter.toBson(), behind(after));
        return lines(wanted, filter.asOf(), page.limit() + 1);
    }

    /** All of them, at most so many. */
    public List<PlanLine> all(PlanFilter filter, int most) {
        return lines(filter.toBson(), filter.asOf(), most);
    }

    private List<PlanLine> lines(Bson wanted, LocalDate asOf, int most) {
        List<PlanLine> lines = new ArrayList<>();
        rows.get()
                .find(wanted)
                .projection(FOR_LINES)
                .sort(Sorts.descending(PlanRow.SORT, "_id"))
                .limit(most)
                .forEach((Consumer<Document>) row -> lines.add(PlanLine.of(row, asOf)));
        return lines;
    }

    private static Bson behind(PageRequest.Cursor after) {
        return Filters.or(
                Filters.lt(PlanRow.SORT, after.sort()),
                Filters.and(Filters.eq(PlanRow.SORT, after.sort()), Filters.lt("_id", after.id())));
    }

    public static PageRequest.Cursor cursor(PlanLine line) {
        return new PageRequest.Cursor(line.issued().toString(), line.id());
    }

    /** The issued plan on a day, and all units it ever concerned; empty if it was not issued by then. */
    public Optional<PlanLine> line(String id, LocalDate day) {
        return plans.row(id)
                .filter(row -> row.getString(PlanRow.ISSUED).compareTo(day.toString()) <= 0)
                .map(row -> PlanLine.of(row, day));
    }

    /** The units to which some version of the plan gave a task. */
    public List<String> units(String id) {
        return plans.row(id)
                .map(row -> row.getList(PlanRow.UNITS, String.class))
                .orElse(List.of());
    }

    /** All versions, the first first. */
    public List<Version> versions(String plan) {
        List<Version> all = new ArrayList<>();
        versions.get()
                .find(Filters.eq(PlanVersionsView.PLAN, plan))
                .sort(Sorts.ascending(PlanRow.VERSION))
                .forEach((Consumer<Document>) row -> all.add(version(row)));
        return all;
    }

    /** One that was made a moment ago is waited for. */
    public Optional<Version> version(String plan, int version) {
        Optional<Version> found = first(plan, version);
        return found.isEmpty() && catchUp.getAsBoolean() ? first(plan, version) : found;
    }

    private Optional<Version> first(String plan, int version) {
        return Optional.ofNullable(versions.get()
                        .find(Filters.eq("_id", PlanVersionsView.id(plan, version)))
                        .first())
                .map(PlanLists::version);
    }

    private static Version version(Document row) {
        PlanContent content = RowJson.read(row.getString(PlanRow.CONTENT), PlanContent.class);
        String document = row.getString("document");
        String changes = row.getString("changes");
        return new Version(
                row.getInteger(PlanRow.VERSION),
                LocalDate.parse(row.getString(PlanRow.FROM)),
                row.getString("reason"),
                document == null ? null : RowJson.read(document, CitedDocument.class),
                changes == null ? null : RowJson.read(changes, PlanEvent.Changes.class),
                content.details(),
                content.tasks());
    }

    /** Plans and drafts that say that they carry out one of these. */
    public List<Answer> answers(Collection<String> above) {
        List<Answer> answers = new ArrayList<>();
        rows.get().find(Filters.in(PlanRow.ABOVE, above)).projection(FOR_LINES).forEach((Consumer<Document>)
                row -> answers.add(answer(row)));
        return answers;
    }

    /**
     * Issued plans that cite the number of one of these, and no other date or issuer than its own, without being linked to
     * it; by the plan that they cite. Two queries, however many there are.
     */
    public Map<String, List<Answer>> possible(Collection<String> plans) {
        Map<String, List<Document>> byKey = new HashMap<>();
        rows.get()
                .find(Filters.and(Filters.in("_id", plans), Filters.exists(PlanRow.CONTENT)))
                .projection(FOR_LINES)
                .forEach((Consumer<Document>)
                        row -> byKey.computeIfAbsent(row.getString(PlanRow.KEY), _ -> new ArrayList<>())
                                .add(row));
        Map<String, List<Answer>> possible = new HashMap<>();
        if (byKey.isEmpty()) {
            return possible;
        }
        rows.get()
                .find(Filters.and(Filters.in(PlanRow.CITED, byKey.keySet()), Filters.exists(PlanRow.CONTENT)))
                .projection(FOR_LINES)
                .forEach((Consumer<Document>) row -> {
                    Answer answer = answer(row);
                    for (Document meant : meant(row, byKey)) {
                        String plan = meant.getString("_id");
                        if (!answer.above().contains(plan) && !answer.id().equals(plan)) {
                            possible.computeIfAbsent(plan, _ -> new ArrayList<>())
                                    .add(answer);
                        }
                    }
                });
        return possible;
    }

    private Set<Document> meant(Document row, Map<String, List<Document>> byKey) {
        Set<Document> meant = new LinkedHashSet<>();
        for (CitedDocument cited : PlanLine.implemented(row)) {
            if (cited.plan() == null && cited.number() != null) {
                byKey.getOrDefault(Citations.number(cited.number()), List.of()).stream()
                        .filter(plan -> plans.isMeant(cited, plan))
                        .forEach(meant::add);
            }
        }
        return meant;
    }

    private static Answer answer(Document row) {
        String issued = row.getString(PlanRow.ISSUED);
        String drafted = row.getString(PlanRow.DRAFTED);
        return new Answer(
                row.getString("_id"),
                Objects.requireNonNull(row.getString(PlanRow.UNIT)),
                issued == null ? null : LocalDate.parse(issued),
                drafted == null ? null : LocalDate.parse(drafted),
                row.getString(PlanRow.NUMBER),
                row.getList(PlanRow.ABOVE, String.class));
    }
}
