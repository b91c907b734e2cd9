package vn.thidua.plan.domain.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.PlanEvent.Changes;

/** What differs between two contents of a plan. */
public final class ContentChanges {

    private ContentChanges() {}

    /** The fields in their order; numbers of tasks ascending. */
    public static Changes between(
            PlanDetails before, List<PlannedTask> tasksBefore, PlanDetails after, List<PlannedTask> tasksAfter) {
        Map<Integer, TaskContent> old = byNumber(tasksBefore);
        Map<Integer, TaskContent> now = byNumber(tasksAfter);
        List<Integer> added = new ArrayList<>();
        List<Integer> changed = new ArrayList<>();
        now.forEach((n, content) -> {
            TaskContent was = old.get(n);
            if (was == null) {
                added.add(n);
            } else if (!was.equals(content)) {
                changed.add(n);
            }
        });
        return new Changes(
                fields(before, after),
                added,
                changed,
                old.keySet().stream().filter(n -> !now.containsKey(n)).toList());
    }

    /** The values that differ. */
    public static List<PlanField> fields(PlanDetails before, PlanDetails after) {
        return Stream.of(PlanField.values())
                .filter(field -> !Objects.equals(field.in(before), field.in(after)))
                .toList();
    }

    private static Map<Integer, TaskContent> byNumber(List<PlannedTask> tasks) {
        Map<Integer, TaskContent> sorted = new TreeMap<>();
        tasks.forEach(task -> sorted.put(task.n(), task.content()));
        return sorted;
    }
}
