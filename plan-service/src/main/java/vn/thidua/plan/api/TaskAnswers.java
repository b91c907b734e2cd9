package vn.thidua.plan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.view.tasks.TaskLine;
import vn.thidua.plan.view.tasks.TaskLists;
import vn.thidua.plan.view.tasks.Tasks;
import vn.thidua.plan.view.units.UnitsOnDay;
import vn.thidua.plan.view.units.UnitsOnDay.NamedUnit;

/** What goes out about tasks. */
@Component
class TaskAnswers {

    private final UnitsOnDay units;

    TaskAnswers(UnitsOnDay units) {
        this.units = units;
    }

    /**
     * A task in a list, as it is on the day.
     *
     * @param issuer of its plan, by its name on the day
     * @param year in which its last day lies
     * @param quarter that its words name, else that of its last day
     * @param overdue open, and the last day is over
     * @param dueTo last day, extensions counted
     * @param daysLeft of an open task until its last day; below 0 when it is overdue
     * @param extensionAsked the last day that somebody has asked for and nobody has decided on yet
     */
    record TaskItem(
            String plan,
            int n,
            String documentNumber,
            NamedUnit issuer,
            @Nullable String ordinal,
            String text,
            @Nullable String deadlineText,
            @Nullable Integer year,
            @Nullable Integer quarter,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            Tasks.State state,
            boolean overdue,
            int percent,
            @Nullable Long daysLeft,
            @Nullable LocalDate extensionAsked,
            List<AssigneeAnswer> lead,
            List<AssigneeAnswer> executors,
            List<AssigneeAnswer> coordinators) {}

    /** The words of the document, and whom they mean. */
    record AssigneeAnswer(String words, List<TargetAnswer> targets) {}

    /**
     * @param unit that was chosen, or whose post it is, by its name on the day
     * @param members of a group, if they are units
     * @param persons of a group, if they are people: how many
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TargetAnswer(
            Target.Kind kind,
            @Nullable NamedUnit unit,
            @Nullable String post,
            @Nullable String group,
            @Nullable List<NamedUnit> members,
            @Nullable Integer persons) {}

    /** A task with all that was ever recorded of it, in the order of recording. */
    record TaskDetail(TaskItem task, List<TaskLists.TaskAct> history, LocalDate asOf) {}

    TaskItem item(TaskLine line, LocalDate day) {
        var content = line.content();
        return new TaskItem(
                line.plan(),
                line.n(),
                line.number(),
                units.ref(line.owner(), day),
                content.ordinal(),
                content.text(),
                content.deadlineText(),
                line.year(),
                line.quarter(),
                content.dueFrom(),
                line.dueTo(),
                line.state(),
                line.overdue(),
                line.percent(),
                line.daysLeft(),
                line.askedTo(),
                assignees(content.lead(), day),
                assignees(content.executors(), day),
                assignees(content.coordinators(), day));
    }

    List<TaskItem> items(List<TaskLine> lines, LocalDate day) {
        return lines.stream().map(line -> item(line, day)).toList();
    }

    private List<AssigneeAnswer> assignees(List<Assignee> assignees, LocalDate day) {
        return assignees.stream()
                .map(each -> new AssigneeAnswer(
                        each.words(),
                        each.targets().stream()
                                .map(target -> target(target, day))
                                .toList()))
                .toList();
    }

    private TargetAnswer target(Target target, LocalDate day) {
        return switch (target.kind()) {
            case UNIT, POST ->
                new TargetAnswer(target.kind(), units.ref(target.id(), day), target.post(), null, null, null);
            case GROUP ->
                new TargetAnswer(
                        target.kind(),
                        null,
                        null,
                        target.name(),
                        units.refs(target.units(), day),
                        target.persons().size());
        };
    }
}
