package vn.thidua.plan.domain.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.PlanCommand.ReviseDraft;
import vn.thidua.plan.domain.plan.PlanCommand.RevisedTask;
import vn.thidua.platform.values.RejectedException;

/**
 * What a revision does to a draft that stands like this.
 *
 * @param highest number that a task has or had, or that was proposed for one
 */
record Revision(
        PlanDetails details,
        NavigableMap<Integer, TaskContent> tasks,
        Undecided undecided,
        Map<PlanField, Outcome> decided,
        int highest) {

    /**
     * All of it: details, then tasks set, then tasks dropped; at least one event.
     *
     * @throws RejectedException if any of it cannot be done
     */
    List<PlanEvent> decide(ReviseDraft command, String plan, String unit) {
        checkNumbers(command);
        List<PlanEvent> events = new ArrayList<>();
        PlanDetails after = command.details() == null ? details : command.details();
        Map<PlanField, Outcome> outcomes = outcomes(command.decided(), after);
        if (!after.equals(details) || !outcomes.isEmpty()) {
            events.add(new PlanEvent.DraftDetailsSet(plan, unit, after, outcomes));
        }
        NavigableMap<Integer, TaskContent> left = new TreeMap<>(tasks);
        for (RevisedTask revised : command.tasks()) {
            int n = revised.task().n();
            TaskContent content = revised.task().content();
            if (!content.equals(tasks.get(n))) {
                events.add(new PlanEvent.DraftTaskSet(plan, unit, n, content, revised.outcome()));
                left.put(n, content);
            }
        }
        for (int n : new LinkedHashSet<>(command.dropped())) {
            if (tasks.containsKey(n) || undecided.tasks().contains(n)) {
                events.add(new PlanEvent.DraftTaskDropped(plan, unit, n));
                left.remove(n);
            }
        }
        if (events.isEmpty()) {
            throw new RejectedException(new PlanRejection.NothingChanges());
        }
        ContentCheck.check(
                after,
                left.entrySet().stream()
                        .map(task -> new PlannedTask(task.getKey(), task.getValue()))
                        .toList());
        return events;
    }

    private void checkNumbers(ReviseDraft command) {
        List<Integer> set =
                command.tasks().stream().map(revised -> revised.task().n()).toList();
        TaskNumbers.mustDiffer(set);
        TaskNumbers.mustFollow(
                highest, set.stream().filter(n -> n < 1 || n > highest).toList());
        Set<Integer> dropped = new HashSet<>(command.dropped());
        for (RevisedTask revised : command.tasks()) {
            int n = revised.task().n();
            if (dropped.contains(n) || revised.outcome() == Outcome.DROPPED) {
                throw new RejectedException(new PlanRejection.TaskSetAndDropped(n));
            }
        }
        for (int n : command.dropped()) {
            if (n < 1 || n > highest) {
                throw new RejectedException(new PlanRejection.TaskUnknown(n));
            }
        }
    }

    /**
     * What is decided by this act and was not so before. Who sets another value has decided on the one that was read.
     */
    private Map<PlanField, Outcome> outcomes(Map<PlanField, Outcome> given, PlanDetails after) {
        Map<PlanField, Outcome> fresh = new EnumMap<>(PlanField.class);
        for (PlanField field : ContentChanges.fields(details, after)) {
            if (undecided.fields().contains(field)) {
                fresh.put(field, Outcome.CORRECTED);
            }
        }
        given.forEach((field, outcome) -> {
            if (outcome != decided.get(field)) {
                fresh.put(field, outcome);
            }
        });
        return fresh;
    }
}
