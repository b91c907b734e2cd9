package vn.thidua.plan.view.plans;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.Citations;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.view.RowJson;

/** Reads plans. */
public final class PlansQueries implements Plans {

    private final Supplier<MongoCollection<Document>> rows;
    private final BiFunction<String, LocalDate, Optional<String>> names;
    private final BooleanSupplier catchUp;

    /**
     * @param names what a unit is called on a day
     * @param catchUp waits a moment until the plans have come to the log's end; false if they have not
     */
    public PlansQueries(
            Supplier<MongoCollection<Document>> rows,
            BiFunction<String, LocalDate, Optional<String>> names,
            BooleanSupplier catchUp) {
        this.rows = rows;
        this.names = names;
        this.catchUp = catchUp;
    }

    @Override
    public Optional<Plan> find(String id) {
        return row(id).map(PlansQueries::plan);
    }

    /** The row of an issued plan; one that was issued a moment ago is waited for. */
    Optional<Document> row(String id) {
        Optional<Document> found = first(id);
        return found.isEmpty() && catchUp.getAsBoolean() ? first(id) : found;
    }

    private Optional<Document> first(String id) {
        return Optional.ofNullable(
                rows.get().find(Filters.and(Filters.eq("_id", id), ISSUED)).first());
    }

    private static final Bson ISSUED = Filters.exists(PlanRow.CONTENT);

    @Override
    public Optional<Plan> cited(CitedDocument citation) {
        if (citation.plan() != null) {
            return find(citation.plan());
        }
        List<Document> found = matching(citation);
        return found.size() == 1 ? Optional.of(plan(found.getFirst())) : Optional.empty();
    }

    private List<Document> matching(CitedDocument citation) {
        String key = citation.number() == null ? "" : Citations.number(citation.number());
        if (key.isEmpty()) {
            return List.of();
        }
        return rows.get().find(Filters.and(Filters.eq(PlanRow.KEY, key), ISSUED)).into(new ArrayList<>()).stream()
                .filter(row -> isMeant(citation, row))
                .toList();
    }

    /** Whether the citation may mean the plan: it names its number, and no other date and no other issuer. */
    boolean isMeant(CitedDocument citation, Document row) {
        String number = citation.number();
        LocalDate issued = LocalDate.parse(row.getString(PlanRow.ISSUED));
        return number != null
                && Citations.number(number).equals(row.getString(PlanRow.KEY))
                && (citation.date() == null || citation.date().equals(issued))
                && (citation.issuer() == null || mayMean(citation.issuer(), row.getString(PlanRow.UNIT), issued));
    }

    private boolean mayMean(String issuer, String unit, LocalDate day) {
        @Nullable String name = names.apply(unit, day).orElse(null);
        return name == null || Citations.mayMean(issuer, name);
    }

    static Plan plan(Document row) {
        PlanContent content = RowJson.read(row.getString(PlanRow.CONTENT), PlanContent.class);
        String ended = row.getString(PlanRow.ENDED);
        return new Plan(
                row.getString("_id"),
                row.getString(PlanRow.UNIT),
                State.valueOf(row.getString(PlanRow.STATE)),
                row.getInteger(PlanRow.VERSION),
                Objects.requireNonNull(row.get(PlanRow.REVISION, Number.class)).longValue(),
                ended == null ? null : LocalDate.parse(ended),
                content.details(),
                content.tasks());
    }
}
