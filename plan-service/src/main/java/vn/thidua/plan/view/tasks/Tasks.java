package vn.thidua.plan.view.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.TaskContent;

/** Tasks of issued plans. */
public interface Tasks {

    /** What is recorded; whether it is overdue follows from the day. */
    enum State {
        OPEN,
        DONE,
        WITHDRAWN
    }

    /** What a unit has to do with a task. */
    enum Role {
        LEAD,
        EXECUTOR,
        COORDINATOR
    }

    /** What may be recorded of a task. */
    enum ActType {
        ASSIGNED,
        CHANGED,
        WITHDRAWN,
        REPORTED,
        COMPLETED,
        EXTENSION_ASKED,
        EXTENSION_GRANTED,
        EXTENSION_REFUSED,
        OVERDUE,
        REOPENED
    }

    /**
     * A task as it is now.
     *
     * @param owner the unit that issued the plan
     * @param units that answer for somebody assigned, in whatever role
     * @param percent 0 to 100
     * @param dueTo extensions counted
     * @param files ids of all evidence and proof
     * @param revision of the aggregate: the ETag
     */
    record Task(
            String id,
            String plan,
            int n,
            String owner,
            Set<String> units,
            State state,
            int percent,
            @Nullable LocalDate dueTo,
            List<String> files,
            TaskContent content,
            long revision) {}

    /** One that was assigned a moment ago is waited for. */
    Optional<Task> find(String plan, int n);

    /** Whether all tasks of these numbers stand, waiting at most 2 s. */
    boolean awaitAssigned(String plan, Set<Integer> numbers);
}
