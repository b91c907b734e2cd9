package vn.thidua.plan.domain.task;

import java.time.LocalDate;

/** Which tasks a day may have made overdue. What is told may be a moment old: the task itself decides. */
public interface DueTasks {

    /** @param dueTo its last day, extensions counted */
    record Due(String task, LocalDate dueTo) {}

    /** Open tasks whose last day is before the day, and of which nobody has told yet that they are overdue on it. */
    Iterable<Due> dueBefore(LocalDate day);
}
