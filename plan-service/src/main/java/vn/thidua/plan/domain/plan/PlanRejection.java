package vn.thidua.plan.domain.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.values.Rejection;

/**
 * Why a plan says no. Fields are named as in {@link PlanDetails}; in {@code tasks[3].text} stands the task's number in
 * its plan, in other lists ({@code recipients[0]}) the place from 0.
 */
public sealed interface PlanRejection extends Rejection {

    /**
     * It cannot be issued like this.
     *
     * @param missing fields without a value
     * @param undecided what was read from the document and nobody has decided on
     */
    record Incomplete(List<String> missing, List<String> undecided) implements PlanRejection {

        public Incomplete {
            missing = List.copyOf(missing);
            undecided = List.copyOf(undecided);
        }
    }

    record TextMissing(String name) implements PlanRejection {}

    record TextTooLong(String name, int most) implements PlanRejection {}

    record TooMany(String name, int most) implements PlanRejection {}

    /** @param most letters of all texts together */
    record ContentTooLong(int most) implements PlanRejection {}

    record OutOfRange(String name, long least, long most) implements PlanRejection {}

    record DayOutOfRange(String name, LocalDate least, LocalDate most) implements PlanRejection {}

    /** The last day is before the first one. */
    record PeriodReversed(String name) implements PlanRejection {}

    record ComparatorUnknown(String name) implements PlanRejection {}

    record AssigneeEmpty(String name) implements PlanRejection {}

    record TaskUnknown(int n) implements PlanRejection {}

    record TaskNamedTwice(int n) implements PlanRejection {}

    /** A task was given as one to be set, and as dropped. */
    record TaskSetAndDropped(int n) implements PlanRejection {}

    record TaskNumberSkips(int n, int next) implements PlanRejection {}

    record TaskNumberUsed(int n, int next) implements PlanRejection {}

    record NothingChanges() implements PlanRejection {}

    record IssueDateAhead(LocalDate today) implements PlanRejection {}

    record NumberUsed(String number, int year) implements PlanRejection {}

    /** @param number of the issued plan */
    record IssuedNotEdited(@Nullable String number) implements PlanRejection {}

    record NotIssued() implements PlanRejection {}

    record Discarded() implements PlanRejection {}

    /** @param by the document that has taken its place; null if it was not cited by number */
    record Superseded(@Nullable String by, LocalDate day) implements PlanRejection {}

    record Closed(LocalDate day) implements PlanRejection {}

    /** A new version may not say anything else here. */
    record StaysAsIssued(String name) implements PlanRejection {}

    record EffectiveTooEarly(LocalDate least) implements PlanRejection {}

    record EffectiveTooLate(LocalDate most) implements PlanRejection {}

    /** No plan with this id was ever issued here. */
    record NoSuchPlan(String name) implements PlanRejection {}

    record SamePlan(String name) implements PlanRejection {}

    /** The plan named holds no more. */
    record PlanHasEnded(String name) implements PlanRejection {}

    /** The plan named implements this one. */
    record CircleClosed(String name) implements PlanRejection {}

    record NoSuchCitation(int index) implements PlanRejection {}

    @Override
    default Kind kind() {
        return switch (this) {
            case Incomplete _,
                    TextMissing _,
                    TextTooLong _,
                    TooMany _,
                    ContentTooLong _,
                    OutOfRange _,
                    DayOutOfRange _,
                    PeriodReversed _,
                    ComparatorUnknown _,
                    AssigneeEmpty _,
                    TaskUnknown _,
                    TaskNamedTwice _,
                    TaskSetAndDropped _,
                    TaskNumberSkips _,
                    TaskNumberUsed _,
                    NothingChanges _,
                    IssueDateAhead _,
                    StaysAsIssued _,
                    EffectiveTooEarly _,
                    EffectiveTooLate _,
                    NoSuchPlan _,
                    SamePlan _,
                    CircleClosed _,
                    NoSuchCitation _ -> Kind.INVALID;
            case NumberUsed _, IssuedNotEdited _, NotIssued _, Discarded _, Superseded _, Closed _, PlanHasEnded _ ->
                Kind.CONFLICT;
        };
    }

    @Override
    default String code() {
        return switch (this) {
            case Incomplete _ -> "plan-incomplete";
            case TextMissing _ -> "text-missing";
            case TextTooLong _ -> "text-too-long";
            case TooMany _ -> "list-too-long";
            case ContentTooLong _ -> "plan-too-long";
            case OutOfRange _ -> "out-of-range";
            case DayOutOfRange _ -> "day-out-of-range";
            case PeriodReversed _ -> "period-reversed";
            case ComparatorUnknown _ -> "comparator-unknown";
            case AssigneeEmpty _ -> "assignee-empty";
            case TaskUnknown _ -> "task-unknown";
            case TaskNamedTwice _ -> "task-named-twice";
            case TaskSetAndDropped _ -> "task-set-and-dropped";
            case TaskNumberSkips _ -> "task-number-skips";
            case TaskNumberUsed _ -> "task-number-used";
            case NothingChanges _ -> "nothing-changes";
            case IssueDateAhead _ -> "issue-date-ahead";
            case NumberUsed _ -> "plan-number-used";
            case IssuedNotEdited _ -> "plan-issued-not-edited";
            case NotIssued _ -> "plan-not-issued";
            case Discarded _ -> "plan-discarded";
            case Superseded _ -> "plan-superseded";
            case Closed _ -> "plan-closed";
            case StaysAsIssued _ -> "stays-as-issued";
            case EffectiveTooEarly _ -> "effective-too-early";
            case EffectiveTooLate _ -> "effective-too-late";
            case NoSuchPlan _ -> "no-such-plan";
            case SamePlan _ -> "same-plan";
            case PlanHasEnded _ -> "plan-has-ended";
            case CircleClosed _ -> "circle-closed";
            case NoSuchCitation _ -> "no-such-citation";
        };
    }

    @Override
    default Optional<String> field() {
        return switch (this) {
            case Incomplete(List<String> missing, List<String> undecided) ->
                Stream.concat(missing.stream(), undecided.stream()).findFirst();
            case TextMissing(String name) -> Optional.of(name);
            case TextTooLong(String name, int _) -> Optional.of(name);
            case TooMany(String name, int _) -> Optional.of(name);
            case OutOfRange(String name, long _, long _) -> Optional.of(name);
            case DayOutOfRange(String name, LocalDate _, LocalDate _) -> Optional.of(name);
            case PeriodReversed(String name) -> Optional.of(name);
            case ComparatorUnknown(String name) -> Optional.of(name);
            case AssigneeEmpty(String name) -> Optional.of(name);
            case TaskUnknown(int n) -> Optional.of("tasks[" + n + "]");
            case TaskNamedTwice(int n) -> Optional.of("tasks[" + n + "]");
            case TaskSetAndDropped(int n) -> Optional.of("tasks[" + n + "]");
            case TaskNumberSkips(int n, int _) -> Optional.of("tasks[" + n + "].n");
            case TaskNumberUsed(int n, int _) -> Optional.of("tasks[" + n + "].n");
            case IssueDateAhead _ -> Optional.of(PlanField.ISSUE_DATE.path());
            case NumberUsed _ -> Optional.of(PlanField.DOCUMENT_NUMBER.path());
            case StaysAsIssued(String name) -> Optional.of(name);
            case EffectiveTooEarly _, EffectiveTooLate _ -> Optional.of("effective");
            case NoSuchPlan(String name) -> Optional.of(name);
            case SamePlan(String name) -> Optional.of(name);
            case PlanHasEnded(String name) -> Optional.of(name);
            case CircleClosed(String name) -> Optional.of(name);
            case NoSuchCitation _ -> Optional.of("index");
            case IssuedNotEdited _, NotIssued _, Discarded _, Superseded _, Closed _ -> Optional.of("state");
            case ContentTooLong _, NothingChanges _ -> Optional.empty();
        };
    }

    @Override
    default String vietnamese() {
        return PlanWords.vietnamese(this);
    }

    @Override
    default String english() {
        return PlanWords.english(this);
    }
}
