package vn.thidua.plan.domain.task;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.platform.values.RejectedException;

/**
 * A task of an issued plan: reported on by those to whom it is assigned, until it is done or need not be done any more.
 *
 * <p>What follows from the plan and from the day (assign, change, withdraw, overdue) is never refused: where it has come
 * true already, or cannot any more, nothing happens.
 */
public class Task {

    static final int NOTE_MOST = 4_000;
    static final int REASON_MOST = 2_000;
    static final int FILES_MOST = 20;

    /** A row of a view holds all of them: more would not fit, and nobody would read them. */
    static final int REPORTS_MOST = 1_000;

    /** The same as for the days of a plan: a later one is a slip of the pen. */
    static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    /** Work may begin this long before the plan's year, and be reported for; an earlier day is a slip of the pen. */
    static final int DAYS_AHEAD = 60;

    private enum State {
        OPEN,
        DONE
    }

    /** @param dueTo last day asked for */
    private record Asked(String unit, String by, @Nullable String actingFor, LocalDate dueTo) {

        /** Nobody decides on what they have asked for, neither for somebody else nor through somebody else. */
        boolean isOf(String person) {
            return person.equals(by) || person.equals(actingFor);
        }
    }

    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init") // Axon takes the id from the first event; it must not find another one before
    private String id;

    private String plan = "";
    private String owner = "";
    private @Nullable Integer year;
    private @Nullable TaskContent content;
    private State state = State.OPEN;
    /** First day on which it is no more. */
    private @Nullable LocalDate withdrawn;

    /** By the day for which it was reported; of two for one day the later one counts. */
    private final NavigableMap<LocalDate, Integer> reported = new TreeMap<>();

    private int reports;
    private LastDay due = LastDay.of(null);
    private @Nullable Asked asked;
    private final Set<LocalDate> overdue = new HashSet<>();

    protected Task() {}

    /** One that stands already stays as it is. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void assign(TaskCommand.AssignTask command) {
        if (content == null) {
            apply(new TaskEvent.TaskAssigned(
                    command.task(),
                    command.plan(),
                    command.n(),
                    command.owner(),
                    command.documentNumber(),
                    command.year(),
                    command.content()));
        }
    }

    /** What is done stays done, with the new words. */
    @CommandHandler
    void change(TaskCommand.ChangeTask command) {
        if (withdrawn == null && !command.content().equals(content)) {
            apply(new TaskEvent.TaskChanged(id, plan, owner, command.version(), command.content()));
        }
    }

    @CommandHandler
    void withdraw(TaskCommand.WithdrawTask command) {
        if (withdrawn == null && state == State.OPEN) {
            apply(new TaskEvent.TaskWithdrawn(id, plan, owner, command.cause(), command.effective()));
        }
    }

    @CommandHandler
    void report(TaskCommand.ReportProgress command) {
        mustBeOpen(command.today());
        mustBeConcerned(command.unit());
        must(reports < REPORTS_MOST, new TaskRejection.TooManyReports(REPORTS_MOST));
        must(command.percent() >= 0 && command.percent() <= 100, new TaskRejection.PercentOutOfRange());
        mustBeReportable(command.on(), command.today());
        checkLength("note", command.note(), NOTE_MOST);
        List<String> evidence = files("evidence", command.evidence());
        int before = percentOn(command.on());
        must(command.percent() >= before || isGiven(command.note()), new TaskRejection.LowerWithoutNote(before));
        apply(new TaskEvent.ProgressReported(
                id, plan, owner, command.unit(), command.percent(), command.note(), evidence, command.on()));
    }

    @CommandHandler
    void complete(TaskCommand.CompleteTask command) {
        mustBeOpen(command.today());
        mustBeConcerned(command.unit());
        mustBeReportable(command.on(), command.today());
        checkLength("note", command.note(), NOTE_MOST);
        List<String> proof = files("proof", command.proof());
        must(!proof.isEmpty() || isGiven(command.note()), new TaskRejection.ProofMissing());
        apply(new TaskEvent.TaskCompleted(
                id, plan, owner, command.unit(), command.note(), proof, command.on(), due.current()));
    }

    @CommandHandler
    void askExtension(TaskCommand.AskExtension command) {
        mustBeOpen(command.today());
        mustBeConcerned(command.unit());
        must(asked == null, new TaskRejection.ExtensionPending());
        must(!command.dueTo().isAfter(LATEST), new TaskRejection.LastDayTooLate(LATEST));
        mustBeLater(command.dueTo());
        checkReason(command.reason());
        apply(new TaskEvent.ExtensionAsked(
                id,
                plan,
                owner,
                command.unit(),
                command.by(),
                command.actingFor(),
                command.dueTo(),
                command.reason(),
                command.today()));
    }

    @CommandHandler
    void grantExtension(TaskCommand.GrantExtension command) {
        mustBeOpen(command.today());
        Asked request = mustBeAsked(command.by(), command.actingFor());
        LocalDate before = mustBeLater(command.dueTo());
        must(!command.dueTo().isAfter(request.dueTo()), new TaskRejection.LastDayBeyondAsked(request.dueTo()));
        checkLength("note", command.note(), NOTE_MOST);
        apply(new TaskEvent.ExtensionGranted(
                id,
                plan,
                owner,
                request.unit(),
                command.by(),
                before,
                command.dueTo(),
                command.note(),
                command.today()));
    }

    @CommandHandler
    void refuseExtension(TaskCommand.RefuseExtension command) {
        mustBeOpen(command.today());
        Asked request = mustBeAsked(command.by(), command.actingFor());
        checkReason(command.reason());
        apply(new TaskEvent.ExtensionRefused(
                id, plan, owner, request.unit(), command.by(), command.reason(), command.today()));
    }

    /** Once per last day, also if the task was reopened, or came back to that day, since. */
    @CommandHandler
    void markOverdue(TaskCommand.MarkOverdue command) {
        boolean over = command.dueTo().isBefore(command.today());
        if (over
                && content != null
                && state == State.OPEN
                && !isWithdrawnOn(command.today())
                && command.dueTo().equals(due.current())
                && !overdue.contains(command.dueTo())) {
            apply(new TaskEvent.TaskOverdue(id, plan, owner, command.dueTo(), List.copyOf(content.units())));
        }
    }

    @CommandHandler
    void reopen(TaskCommand.ReopenTask command) {
        if (withdrawn != null) {
            throw new RejectedException(new TaskRejection.Withdrawn(withdrawn));
        }
        must(state == State.DONE, new TaskRejection.NotDone());
        checkReason(command.reason());
        apply(new TaskEvent.TaskReopened(id, plan, owner, command.reason(), command.today()));
    }

    private boolean isWithdrawnOn(LocalDate day) {
        return withdrawn != null && !withdrawn.isAfter(day);
    }

    private void mustNotBeWithdrawn(LocalDate today) {
        if (withdrawn != null && isWithdrawnOn(today)) {
            throw new RejectedException(new TaskRejection.Withdrawn(withdrawn));
        }
    }

    private void mustBeOpen(LocalDate today) {
        mustNotBeWithdrawn(today);
        must(state == State.OPEN, new TaskRejection.Done());
    }

    private void mustBeConcerned(String unit) {
        must(
                unit.equals(owner) || content != null && content.units().contains(unit),
                new TaskRejection.UnitNotAssigned());
    }

    private void mustBeReportable(LocalDate on, LocalDate today) {
        must(!on.isAfter(today), new TaskRejection.DayInFuture());
        LocalDate earliest = earliest();
        if (earliest != null && on.isBefore(earliest)) {
            throw new RejectedException(new TaskRejection.DayTooEarly(earliest));
        }
    }

    /**
     * {@link #DAYS_AHEAD} before the plan's year begins, the year of the task's last day begins, or the task's first day,
     * whichever is earliest: what is due in autumn may well be done in spring. Without any of them there is no bound.
     */
    private @Nullable LocalDate earliest() {
        LocalDate from = content == null ? null : content.dueFrom();
        return Stream.of(
                        Stream.ofNullable(year).map(each -> LocalDate.of(each, 1, 1)),
                        Stream.ofNullable(from),
                        Stream.ofNullable(due.planned()).map(day -> day.withDayOfYear(1)))
                .flatMap(days -> days)
                .min(LocalDate::compareTo)
                .map(day -> day.minusDays(DAYS_AHEAD))
                .orElse(null);
    }

    private int percentOn(LocalDate day) {
        Map.Entry<LocalDate, Integer> last = reported.floorEntry(day);
        return last == null ? 0 : last.getValue();
    }

    private LocalDate mustBeLater(LocalDate day) {
        LocalDate current = due.current();
        if (current == null) {
            throw new RejectedException(new TaskRejection.NoLastDay());
        }
        must(day.isAfter(current), new TaskRejection.LastDayNotLater(current));
        return current;
    }

    private Asked mustBeAsked(String decidedBy, @Nullable String actingFor) {
        if (asked == null) {
            throw new RejectedException(new TaskRejection.ExtensionNotAsked());
        }
        must(!asked.isOf(decidedBy) && (actingFor == null || !asked.isOf(actingFor)), new TaskRejection.OwnExtension());
        return asked;
    }

    private static List<String> files(String field, List<String> ids) {
        must(ids.stream().noneMatch(String::isBlank), new TaskRejection.FileMissing(field));
        List<String> each = ids.stream().distinct().toList();
        must(each.size() <= FILES_MOST, new TaskRejection.TooManyFiles(field, FILES_MOST));
        return each;
    }

    private static void checkReason(String reason) {
        must(isGiven(reason), new TaskRejection.ReasonMissing());
        checkLength("reason", reason, REASON_MOST);
    }

    private static void checkLength(String field, @Nullable String text, int most) {
        must(text == null || text.length() <= most, new TaskRejection.TextTooLong(field, most));
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static void must(boolean so, TaskRejection otherwise) {
        if (!so) {
            throw new RejectedException(otherwise);
        }
    }

    @EventSourcingHandler
    void on(TaskEvent event) {
        switch (event) {
            case TaskEvent.TaskAssigned e -> {
                id = e.task();
                plan = e.plan();
                owner = e.owner();
                year = e.year();
                content = e.content();
                due = LastDay.of(e.content().dueTo());
            }
            case TaskEvent.TaskChanged e -> {
                content = e.content();
                LastDay before = due;
                due = due.amended(e.content().dueTo());
                if (!due.equals(before)) {
                    // it was asked for against another last day
                    asked = null;
                }
            }
            case TaskEvent.TaskWithdrawn e -> {
                withdrawn = e.effective();
                asked = null;
            }
            case TaskEvent.ProgressReported e -> {
                reports++;
                reported.put(e.on(), e.percent());
            }
            // what was reported stays: if the task is reopened, it counts again
            case TaskEvent.TaskCompleted _ -> {
                state = State.DONE;
                asked = null;
            }
            case TaskEvent.ExtensionAsked e -> asked = new Asked(e.unit(), e.by(), e.actingFor(), e.dueTo());
            case TaskEvent.ExtensionGranted e -> {
                due = due.extended(e.dueTo());
                asked = null;
            }
            case TaskEvent.ExtensionRefused _ -> asked = null;
            case TaskEvent.TaskOverdue e -> overdue.add(e.dueTo());
            case TaskEvent.TaskReopened _ -> state = State.OPEN;
        }
    }
}
