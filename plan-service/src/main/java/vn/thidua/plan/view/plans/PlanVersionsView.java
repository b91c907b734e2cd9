package vn.thidua.plan.view.plans;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.view.Recorded;
import vn.thidua.plan.view.RowJson;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.view.Rows;
import vn.thidua.platform.view.View;

/** One row per version of an issued plan; old versions stay readable. Which plan a cited document is, the plan's row says. */
public final class PlanVersionsView implements View {

    public static final String NAME = "plan-versions";

    static final String PLAN = "plan";

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
        return List.of(new IndexModel(Indexes.ascending(PLAN, PlanRow.VERSION)));
    }

    /** Id of a version's row. */
    static String id(String plan, int version) {
        return plan + "/v" + version;
    }

    @Override
    public void project(LoggedEvent event, Rows rows) {
        if (!(event.payload() instanceof PlanEvent plan)) {
            return;
        }
        switch (plan) {
            case PlanEvent.PlanIssued e -> {
                LocalDate day = Objects.requireNonNullElse(e.details().issueDate(), Recorded.day(event));
                rows.change(id(e.plan(), 1), row -> version(row, e, 1, day, e.details(), e.tasks()));
            }
            case PlanEvent.PlanAmended e -> rows.change(id(e.plan(), e.version()), row -> amended(row, e));
            case PlanEvent.PlanDrafted _,
                    PlanEvent.DraftDetailsSet _,
                    PlanEvent.DraftTaskSet _,
                    PlanEvent.DraftTaskDropped _,
                    PlanEvent.DraftDiscarded _,
                    PlanEvent.PlanSuperseded _,
                    PlanEvent.PlanClosed _,
                    PlanEvent.PlanLinked _ -> {
                // says nothing new of what the plan says
            }
        }
    }

    private static Document amended(Document row, PlanEvent.PlanAmended event) {
        CitedDocument document = event.document();
        if (document != null) {
            row.append("document", RowJson.write(document));
        }
        return version(row, event, event.version(), event.effective(), event.details(), event.tasks())
                .append("reason", event.reason())
                .append("changes", RowJson.write(event.changes()));
    }

    private static Document version(
            Document row,
            PlanEvent event,
            int version,
            LocalDate effective,
            PlanDetails details,
            List<PlannedTask> tasks) {
        return row.append(PLAN, event.plan())
                .append(PlanRow.UNIT, event.unit())
                .append(PlanRow.VERSION, version)
                .append(PlanRow.FROM, effective.toString())
                .append(PlanRow.CONTENT, RowJson.write(new PlanContent(details, tasks)));
    }
}
