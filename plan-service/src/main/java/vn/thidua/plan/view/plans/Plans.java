package vn.thidua.plan.view.plans;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.PlanDetails;

/** Issued plans; drafts are not among them. */
public interface Plans {

    enum State {
        ISSUED,
        SUPERSEDED,
        CLOSED
    }

    /**
     * A plan as it is now.
     *
     * @param unit whose plan it is
     * @param version of its content, from 1
     * @param revision of the aggregate: the ETag
     * @param ended last day it held; null while it holds
     * @param tasks of the newest version
     */
    record Plan(
            String id,
            String unit,
            State state,
            int version,
            long revision,
            @Nullable LocalDate ended,
            PlanDetails details,
            java.util.List<vn.thidua.plan.domain.plan.PlannedTask> tasks) {}

    /** One that was issued a moment ago is waited for. */
    Optional<Plan> find(String id);

    /**
     * The plan that a document cites: by number (case, blanks and spelling of dashes make no difference), then by date and
     * issuer where the citation has them. Empty if there is none, or more than one.
     */
    Optional<Plan> cited(CitedDocument citation);
}
