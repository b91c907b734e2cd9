package vn.thidua.plan.domain.task;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The last day of a task as the plan gives it, and as it is with what was granted since.
 *
 * @param planned null if the plan sets none
 * @param current extensions counted
 */
public record LastDay(@Nullable LocalDate planned, @Nullable LocalDate current) {

    /** As a plan gives it. */
    public static LastDay of(@Nullable LocalDate planned) {
        return new LastDay(planned, planned);
    }

    /** An extension stands until the plan sets another last day; then the plan counts. */
    public LastDay amended(@Nullable LocalDate day) {
        return Objects.equals(planned, day) ? this : of(day);
    }

    public LastDay extended(LocalDate day) {
        return new LastDay(planned, day);
    }
}
