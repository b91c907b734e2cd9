package vn.thidua.plan.view.plans;

import java.util.List;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlannedTask;

/** All that a version of a plan says, as it stands in a row. */
record PlanContent(PlanDetails details, List<PlannedTask> tasks) {

    PlanContent {
        tasks = List.copyOf(tasks);
    }
}
