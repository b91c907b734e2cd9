package vn.thidua.plan.api;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.plan.view.Recorded;
import vn.thidua.plan.view.drafts.DraftsQueries;
import vn.thidua.plan.view.plans.Cascades;
import vn.thidua.plan.view.tasks.TaskLine;
import vn.thidua.plan.view.tasks.Waiting;
import vn.thidua.plan.view.units.UnitsOnDay;
import vn.thidua.plan.view.units.UnitsOnDay.NamedUnit;
import vn.thidua.platform.security.Caller;

/** What goes out about what waits for a unit. */
@Component
class WaitingAnswers {

    private final DraftsQueries drafts;
    private final TaskAnswers tasks;
    private final UnitsOnDay units;

    WaitingAnswers(DraftsQueries drafts, TaskAnswers tasks, UnitsOnDay units) {
        this.drafts = drafts;
        this.tasks = tasks;
        this.units = units;
    }

    /**
     * @param extensions to decide on; not those that the caller has asked for
     * @param tasks overdue or due within 14 days; days left below 0 when overdue
     */
    record WaitingAnswer(
            LocalDate asOf,
            NamedUnit unit,
            List<DraftAnswer> drafts,
            List<TaskAnswers.TaskItem> extensions,
            List<TaskAnswers.TaskItem> tasks,
            List<Unanswered> unanswered) {

        /** One thing after the other, for a sheet. */
        List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            drafts.forEach(each -> rows.add(new Row(
                    "Dự thảo cần hoàn thiện",
                    Objects.requireNonNullElse(each.title(), ""),
                    Objects.requireNonNullElse(each.documentNumber(), ""),
                    each.since(),
                    each.days())));
            extensions.forEach(each -> rows.add(
                    new Row("Đề nghị gia hạn", each.text(), each.documentNumber(), each.extensionAsked(), null)));
            tasks.forEach(each -> rows.add(new Row(
                    each.overdue() ? "Nhiệm vụ quá hạn" : "Nhiệm vụ sắp đến hạn",
                    each.text(),
                    each.documentNumber(),
                    each.dueTo(),
                    each.daysLeft())));
            unanswered.forEach(each -> rows.add(new Row(
                    "Kế hoạch cấp trên chưa triển khai",
                    Objects.requireNonNullElse(each.title(), ""),
                    each.documentNumber(),
                    each.issueDate(),
                    each.days())));
            return rows;
        }
    }

    /**
     * @param undecided how many values and tasks wait for a decision
     * @param days since it was begun
     */
    record DraftAnswer(
            String id,
            NamedUnit unit,
            @Nullable String title,
            @Nullable String documentNumber,
            int undecided,
            LocalDate since,
            long days) {}

    /**
     * A plan of the tier above.
     *
     * @param state of the unit's answer: none, or in work
     * @param days since the plan was issued
     * @param possible plans that cite it without being linked to it
     */
    record Unanswered(
            String id,
            NamedUnit issuer,
            String documentNumber,
            LocalDate issueDate,
            @Nullable String title,
            Cascades.State state,
            long days,
            List<Cascades.AnsweringPlan> possible) {}

    /** @param days since then; until then for a task */
    record Row(
            String kind,
            String text,
            String documentNumber,
            @Nullable LocalDate day,
            @Nullable Long days) {}

    /** @param withDrafts whether the caller may see drafts of the unit */
    WaitingAnswer answer(Waiting.Things things, String unit, LocalDate day, Caller caller, boolean withDrafts) {
        return new WaitingAnswer(
                day,
                units.ref(unit, day),
                withDrafts
                        ? drafts.of(things.units()).stream()
                                .map(each -> draft(each, day))
                                .toList()
                        : List.of(),
                tasks.items(
                        things.extensions().stream()
                                .filter(each -> !isOwn(each, caller))
                                .toList(),
                        day),
                tasks.items(things.tasks(), day),
                things.unanswered().stream().map(each -> unanswered(each, day)).toList());
    }

    /** Nobody decides on what they have asked for themselves, neither for somebody else nor through somebody else. */
    private static boolean isOwn(TaskLine task, Caller caller) {
        return Stream.of(caller.person(), caller.subject(), caller.actingFor())
                .filter(Objects::nonNull)
                .anyMatch(task.askedBy()::contains);
    }

    private DraftAnswer draft(DraftsQueries.Line line, LocalDate day) {
        LocalDate since = Recorded.day(line.begunAt());
        return new DraftAnswer(
                line.id(),
                units.ref(line.unit(), day),
                line.title(),
                line.documentNumber(),
                line.undecided(),
                since,
                ChronoUnit.DAYS.between(since, day));
    }

    private Unanswered unanswered(Cascades.Open open, LocalDate day) {
        return new Unanswered(
                open.plan().id(),
                units.ref(open.plan().unit(), day),
                open.plan().number(),
                open.plan().issued(),
                open.plan().title(),
                open.state(),
                open.days(),
                open.possible());
    }
}
