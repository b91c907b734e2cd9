package vn.thidua.plan.domain.plan;

import java.util.Comparator;
import java.util.List;
import vn.thidua.plan.domain.TaskContent;

/**
 * A task within its plan.
 *
 * @param n from 1, in the plan and all its versions; a number is never used again
 */
public record PlannedTask(int n, TaskContent content) {

    /** Id of the task's own aggregate. */
    public static String id(String plan, int n) {
        return plan + "/" + n;
    }

    /** By number. */
    static List<PlannedTask> inOrder(List<PlannedTask> tasks) {
        return tasks.stream().sorted(Comparator.comparingInt(PlannedTask::n)).toList();
    }
}
