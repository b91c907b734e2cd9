package vn.thidua.plan.drafting;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.view.wordings.AssigneeMatcher;
import vn.thidua.plan.view.wordings.Suggestion;

/** Whom words mean for sure: as somebody decided before, or by a name that nothing else has. */
public final class SureMeanings {

    private final AssigneeMatcher matcher;

    public SureMeanings(AssigneeMatcher matcher) {
        this.matcher = matcher;
    }

    /** Tasks with those filled in who are meant for sure; other words stay words. */
    List<PlannedTask> filled(String unit, List<PlannedTask> tasks, LocalDate day) {
        Set<String> words = new LinkedHashSet<>();
        tasks.stream().flatMap(task -> task.content().assignees()).forEach(each -> words.add(each.words()));
        Map<String, List<Suggestion>> all = matcher.suggestAll(unit, words, day);
        return tasks.stream()
                .map(task -> new PlannedTask(task.n(), filled(task.content(), all)))
                .toList();
    }

    private static TaskContent filled(TaskContent task, Map<String, List<Suggestion>> all) {
        return new TaskContent(
                task.ordinal(),
                task.text(),
                task.deadlineText(),
                task.quarter(),
                task.dueFrom(),
                task.dueTo(),
                filled(task.lead(), all),
                filled(task.executors(), all),
                filled(task.coordinators(), all));
    }

    private static List<Assignee> filled(List<Assignee> assignees, Map<String, List<Suggestion>> all) {
        return assignees.stream()
                .map(each -> each.targets().isEmpty()
                        ? new Assignee(each.words(), sure(all.getOrDefault(each.words(), List.of())))
                        : each)
                .toList();
    }

    /**
     * What somebody chose before goes before all; the full name of one unit goes before a post or a group whose name only
     * holds the words.
     */
    static List<Target> sure(List<Suggestion> suggestions) {
        List<Suggestion> certain =
                suggestions.stream().filter(SureMeanings::isCertain).toList();
        if (certain.isEmpty()) {
            return List.of();
        }
        Suggestion first = certain.getFirst();
        boolean alone =
                switch (first.reason()) {
                    case REMEMBERED -> true;
                    case SAME_NAME ->
                        certain.stream()
                                        .filter(each -> each.reason() == Suggestion.Reason.SAME_NAME)
                                        .count()
                                == 1;
                    case POST, GROUP, KIND, SIMILAR -> certain.size() == 1;
                };
        return alone ? first.targets() : List.of();
    }

    private static boolean isCertain(Suggestion suggestion) {
        return switch (suggestion.reason()) {
            case REMEMBERED, SAME_NAME, POST, GROUP -> true;
            case KIND, SIMILAR -> false;
        };
    }

    /** The targets of whatever the words name, for the unit whose document it is; what is only similar is not named. */
    Map<String, List<Target>> named(String unit, Set<String> words, LocalDate day) {
        Map<String, List<Target>> named = new LinkedHashMap<>();
        matcher.suggestAll(unit, words, day)
                .forEach((said, suggestions) -> named.put(
                        said,
                        suggestions.stream()
                                .filter(each -> each.reason() != Suggestion.Reason.SIMILAR)
                                .flatMap(each -> each.targets().stream())
                                .toList()));
        return named;
    }
}
