package vn.thidua.plan.domain.task;

import java.time.LocalDate;

/** Records what days have brought. */
public interface DailyRun {

    /**
     * Records it now; what was recorded before is not recorded again.
     *
     * @param today in Vietnam
     * @return how many tasks became overdue
     */
    int run(LocalDate today);
}
