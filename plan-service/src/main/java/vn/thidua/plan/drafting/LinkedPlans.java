package vn.thidua.plan.drafting;

import java.util.List;
import java.util.Optional;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.view.plans.Plans;

/** Says which plans of this system the cited documents are, where that is certain. */
public final class LinkedPlans {

    private final Plans plans;

    public LinkedPlans(Plans plans) {
        this.plans = plans;
    }

    /** The same details; a document that is carried out and names no plan yet does so, if exactly one fits. */
    public PlanDetails linked(PlanDetails details) {
        return linked(details, List.of());
    }

    /**
     * The same, but what stood before stays as it was: a link that somebody has taken away does not come back. A number
     * alone is no certainty, every issuer has its own 01: date and issuer must be cited too.
     */
    public PlanDetails linked(PlanDetails details, List<CitedDocument> before) {
        PlanDetails all = details;
        for (int i = 0; i < details.implementsDocuments().size(); i++) {
            CitedDocument cited = details.implementsDocuments().get(i);
            boolean certain = cited.date() != null && cited.issuer() != null;
            if (cited.plan() == null && certain && !before.contains(cited)) {
                Optional<String> plan = plans.cited(cited).map(Plans.Plan::id);
                if (plan.isPresent()) {
                    all = all.withLink(i, plan.get());
                }
            }
        }
        return all;
    }
}
