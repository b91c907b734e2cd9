package vn.thidua.plan.domain.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import vn.thidua.platform.values.RejectedException;

/** Numbers of tasks: each once, without a gap, and none of a withdrawn task again. */
final class TaskNumbers {

    private TaskNumbers() {}

    static void mustDiffer(Collection<Integer> numbers) {
        Set<Integer> seen = new HashSet<>();
        for (int n : numbers) {
            if (!seen.add(n)) {
                throw new RejectedException(new PlanRejection.TaskNamedTwice(n));
            }
        }
    }

    /** @param highest that is in use already; the fresh ones follow it in whatever order they are given */
    static void mustFollow(int highest, Collection<Integer> fresh) {
        int next = highest + 1;
        for (int n : new TreeSet<>(fresh)) {
            if (n != next) {
                throw new RejectedException(new PlanRejection.TaskNumberSkips(n, next));
            }
            next++;
        }
    }

    /**
     * @param standing of the version before
     * @param highest that was ever used
     */
    static void checkAmended(Set<Integer> standing, int highest, Collection<Integer> numbers) {
        mustDiffer(numbers);
        Set<Integer> fresh = new TreeSet<>(numbers);
        fresh.removeAll(standing);
        for (int n : fresh) {
            if (n >= 1 && n <= highest) {
                throw new RejectedException(new PlanRejection.TaskNumberUsed(n, highest + 1));
            }
        }
        mustFollow(highest, fresh);
    }
}
