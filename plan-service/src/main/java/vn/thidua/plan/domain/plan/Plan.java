package vn.thidua.plan.domain.plan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.platform.values.RejectedException;

/**
 * A plan from its first draft to its end. What it does alone is decided here; what needs another aggregate is asked
 * for by {@link PlanActs}.
 */
public class Plan {

    private enum State {
        DRAFT,
        DISCARDED,
        ISSUED,
        SUPERSEDED,
        CLOSED
    }

    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init") // Axon takes the id from the first event; it must not find another one before
    private String id;

    private String unit = "";
    private State state = State.DRAFT;
    private DraftSource source = DraftSource.hand();
    private Undecided undecided = Undecided.in(source);
    private final Map<PlanField, Outcome> decided = new EnumMap<>(PlanField.class);
    private PlanDetails details = PlanDetails.empty();
    private final NavigableMap<Integer, TaskContent> tasks = new TreeMap<>();

    /** Highest number that a task has or had. */
    private int highest;

    private int version;
    /** First day of the newest version. */
    private LocalDate effective = LocalDate.MIN;

    private LocalDate ended = LocalDate.MIN;
    private @Nullable String endedBy;

    protected Plan() {}

    @CommandHandler
    public Plan(PlanCommand.DraftPlan command) {
        ContentCheck.check(command.details(), command.tasks());
        List<Integer> numbers = Stream.concat(
                        command.source().proposedTasks().stream(),
                        command.tasks().stream().map(PlannedTask::n))
                .toList();
        TaskNumbers.mustDiffer(numbers);
        TaskNumbers.mustFollow(0, numbers);
        apply(new PlanEvent.PlanDrafted(
                command.plan(),
                command.unit(),
                command.source(),
                command.details(),
                PlannedTask.inOrder(command.tasks())));
    }

    @CommandHandler
    void revise(PlanCommand.ReviseDraft command) {
        mustBeDraft();
        new Revision(details, tasks, undecided, decided, highest)
                .decide(command, id, unit)
                .forEach(event -> apply(event));
    }

    @CommandHandler
    void discard(PlanCommand.DiscardDraft command) {
        mustBeDraft();
        List<String> files = Stream.of(source.file(), source.proposal())
                .<String>mapMulti((file, out) -> {
                    if (file != null) {
                        out.accept(file);
                    }
                })
                .toList();
        apply(new PlanEvent.DraftDiscarded(id, unit, files));
    }

    @CommandHandler
    void close(PlanCommand.ClosePlan command) {
        mustHold();
        ContentCheck.optional("note", command.note(), ContentCheck.TEXT_MOST);
        mustFit(command.effective(), inAYear(command.today()));
        apply(new PlanEvent.PlanClosed(
                id, unit, number(), command.note(), command.effective(), List.copyOf(tasks.keySet())));
    }

    /** Refuses unless it could be issued now, apart from what others have taken. */
    void mustBeReady(LocalDate today) {
        mustBeDraft();
        Completeness.check(details, tasks.keySet(), undecided);
        if (issueDate().isAfter(today)) {
            throw new RejectedException(new PlanRejection.IssueDateAhead(today));
        }
    }

    void issue() {
        apply(new PlanEvent.PlanIssued(id, unit, details, plannedTasks()));
    }

    void amend(PlanCommand.AmendPlan command) {
        mustHold();
        // its tasks follow at once: a version of a later day would bind before it holds
        mustFit(command.effective(), command.today());
        apply(new Amendment(details, plannedTasks(), highest, version).decide(command, id, unit));
    }

    void supersede(PlanCommand.SupersedePlan command) {
        mustHold();
        ContentCheck.needed("reason", command.reason(), ContentCheck.TEXT_MOST);
        ContentCheck.document("by", command.by());
        if (command.by().plan() == null) {
            // a document outside the system is known by its number
            ContentCheck.needed("by.number", command.by().number(), ContentCheck.LABEL_MOST);
        }
        mustFit(command.effective(), inAYear(command.today()));
        apply(new PlanEvent.PlanSuperseded(
                id, unit, number(), command.by(), command.reason(), command.effective(), List.copyOf(tasks.keySet())));
    }

    /** Also in a draft, where the link is one more of its values. */
    void link(int index, @Nullable String above) {
        if (state != State.DRAFT) {
            mustHold();
        }
        List<CitedDocument> cited = details.implementsDocuments();
        if (index < 0 || index >= cited.size()) {
            throw new RejectedException(new PlanRejection.NoSuchCitation(index));
        }
        if (Objects.equals(cited.get(index).plan(), above)) {
            throw new RejectedException(new PlanRejection.NothingChanges());
        }
        if (state == State.DRAFT) {
            apply(new PlanEvent.DraftDetailsSet(id, unit, details.withLink(index, above), Map.of()));
        } else {
            apply(new PlanEvent.PlanLinked(id, unit, index, above));
        }
    }

    /** Of the plans above that it names. */
    Set<String> links() {
        return details.linked();
    }

    List<CitedDocument> implementsDocuments() {
        return details.implementsDocuments();
    }

    boolean wasIssued() {
        return switch (state) {
            case DRAFT, DISCARDED -> false;
            case ISSUED, SUPERSEDED, CLOSED -> true;
        };
    }

    boolean holds() {
        return state == State.ISSUED;
    }

    String unit() {
        return unit;
    }

    /** Of a plan that is ready or issued. */
    String number() {
        return Objects.requireNonNull(details.documentNumber(), "a plan that is ready has a number");
    }

    /** Of a plan that is ready or issued. */
    LocalDate issueDate() {
        return Objects.requireNonNull(details.issueDate(), "a plan that is ready has an issue date");
    }

    private List<PlannedTask> plannedTasks() {
        return tasks.entrySet().stream()
                .map(task -> new PlannedTask(task.getKey(), task.getValue()))
                .toList();
    }

    private void mustBeDraft() {
        switch (state) {
            case DRAFT -> {}
            case ISSUED -> throw new RejectedException(new PlanRejection.IssuedNotEdited(details.documentNumber()));
            case DISCARDED, SUPERSEDED, CLOSED -> throw gone();
        }
    }

    /** Issued, and not over. */
    private void mustHold() {
        switch (state) {
            case ISSUED -> {}
            case DRAFT -> throw new RejectedException(new PlanRejection.NotIssued());
            case DISCARDED, SUPERSEDED, CLOSED -> throw gone();
        }
    }

    private RejectedException gone() {
        return new RejectedException(
                switch (state) {
                    case DISCARDED -> new PlanRejection.Discarded();
                    case SUPERSEDED -> new PlanRejection.Superseded(endedBy, ended);
                    case CLOSED -> new PlanRejection.Closed(ended);
                    case DRAFT, ISSUED -> throw new IllegalStateException("it is not over");
                });
    }

    /** A plan ends no more than a year ahead: further away it is a slip. */
    private static LocalDate inAYear(LocalDate today) {
        return today.plusYears(1);
    }

    /** Not before what it changes, and not too late. */
    private void mustFit(LocalDate day, LocalDate most) {
        if (day.isBefore(effective)) {
            throw new RejectedException(new PlanRejection.EffectiveTooEarly(effective));
        }
        if (day.isAfter(most)) {
            throw new RejectedException(new PlanRejection.EffectiveTooLate(most));
        }
    }

    @EventSourcingHandler
    void on(PlanEvent event) {
        undecided = undecided.after(event);
        switch (event) {
            case PlanEvent.PlanDrafted e -> {
                id = e.plan();
                unit = e.unit();
                source = e.source();
                details = e.details();
                e.source().proposedTasks().forEach(this::used);
                put(e.tasks());
            }
            case PlanEvent.DraftDetailsSet e -> {
                details = e.details();
                decided.putAll(e.decided());
            }
            case PlanEvent.DraftTaskSet e -> put(List.of(new PlannedTask(e.n(), e.content())));
            case PlanEvent.DraftTaskDropped e -> tasks.remove(e.n());
            case PlanEvent.DraftDiscarded _ -> state = State.DISCARDED;
            case PlanEvent.PlanIssued e -> {
                state = State.ISSUED;
                version = 1;
                details = e.details();
                effective = issueDate();
            }
            case PlanEvent.PlanAmended e -> {
                version = e.version();
                details = e.details();
                effective = e.effective();
                tasks.clear();
                put(e.tasks());
            }
            case PlanEvent.PlanSuperseded e -> {
                state = State.SUPERSEDED;
                ended = e.effective();
                endedBy = e.by().number();
            }
            case PlanEvent.PlanClosed e -> {
                state = State.CLOSED;
                ended = e.effective();
            }
            case PlanEvent.PlanLinked e -> details = details.withLink(e.index(), e.above());
        }
    }

    private void put(List<PlannedTask> planned) {
        planned.forEach(task -> {
            tasks.put(task.n(), task.content());
            used(task.n());
        });
    }

    private void used(int n) {
        highest = Math.max(highest, n);
    }
}
