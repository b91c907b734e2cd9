package vn.thidua.plan.view.plans;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.Citations;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.plan.view.Recorded;
import vn.thidua.plan.view.RowJson;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.view.Rows;
import vn.thidua.platform.view.View;

/**
 * One row per plan, as it is now and from which day to which it was what. Of a draft the row says only whose it is, since
 * when, and what it answers.
 */
public final class PlansView implements View {

    public static final String NAME = "plans";

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
        return List.of(
                new IndexModel(Indexes.descending(PlanRow.SORT, "_id")),
                new IndexModel(Indexes.ascending(PlanRow.UNIT, PlanRow.SORT)),
                new IndexModel(Indexes.ascending(PlanRow.KEY)),
                new IndexModel(Indexes.ascending(PlanRow.ABOVE)),
                new IndexModel(Indexes.ascending(PlanRow.CITED)),
                new IndexModel(Indexes.ascending(PlanRow.PARTIES)));
    }

    @Override
    public void project(LoggedEvent event, Rows rows) {
        if (event.payload() instanceof PlanEvent plan) {
            rows.change(plan.plan(), row -> changed(row, plan, event).append(PlanRow.REVISION, event.sequence()));
        }
    }

    private static Document changed(Document row, PlanEvent event, LoggedEvent logged) {
        return switch (event) {
            case PlanEvent.PlanDrafted e ->
                PlanRow.answers(
                        row.append(PlanRow.UNIT, e.unit())
                                .append(PlanRow.DRAFTED, Recorded.day(logged).toString())
                                .append("source", above(e)),
                        e.details());
            case PlanEvent.DraftDetailsSet e -> PlanRow.answers(row, e.details());
            case PlanEvent.DraftTaskSet _, PlanEvent.DraftTaskDropped _ -> row;
            case PlanEvent.DraftDiscarded e -> new Document(PlanRow.UNIT, e.unit()).append(PlanRow.DISCARDED, true);
            case PlanEvent.PlanIssued e -> issued(row, e, Recorded.day(logged));
            case PlanEvent.PlanAmended e -> PlanRow.content(row, e.version(), e.effective(), e.details(), e.tasks());
            case PlanEvent.PlanSuperseded e -> PlanRow.end(row, Plans.State.SUPERSEDED, e.effective());
            case PlanEvent.PlanClosed e ->
                PlanRow.end(row, Plans.State.CLOSED, e.effective().plusDays(1));
            case PlanEvent.PlanLinked e -> linked(row, e);
        };
    }

    private static @Nullable String above(PlanEvent.PlanDrafted event) {
        return switch (event.source().kind()) {
            case ABOVE -> event.source().plan();
            case HAND, DOCUMENT, COPY -> null;
        };
    }

    private static Document issued(Document row, PlanEvent.PlanIssued event, LocalDate recorded) {
        PlanDetails details = event.details();
        String number = Objects.requireNonNullElse(details.documentNumber(), "");
        LocalDate day = Objects.requireNonNullElse(details.issueDate(), recorded);
        row.append(PlanRow.UNIT, event.unit())
                .append(PlanRow.STATE, Plans.State.ISSUED.name())
                .append(PlanRow.NUMBER, number)
                .append(PlanRow.KEY, Citations.number(number))
                .append(PlanRow.ISSUED, day.toString())
                .append(PlanRow.SORT, day.toString());
        return PlanRow.content(row, 1, day, details, event.tasks());
    }

    private static Document linked(Document row, PlanEvent.PlanLinked event) {
        String json = row.getString(PlanRow.CONTENT);
        if (json == null) {
            return row;
        }
        PlanContent content = RowJson.read(json, PlanContent.class);
        PlanDetails details = content.details().withLink(event.index(), event.above());
        return PlanRow.answers(row, details)
                .append(PlanRow.CONTENT, RowJson.write(new PlanContent(details, content.tasks())));
    }
}
