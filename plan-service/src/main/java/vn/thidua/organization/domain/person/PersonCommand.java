package vn.thidua.organization.domain.person;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.values.Sealed;

/** What may be asked of a person's record. Names and numbers arrive sealed for {@code person:<id>}. */
public sealed interface PersonCommand {

    /**
     * A citizen id.
     *
     * @param index blind index of the number: equal numbers have equal ones
     */
    record CitizenId(Sealed number, String index) {}

    /**
     * @param unit that registers the person; it exists today
     * @param gender null if unknown
     * @param birthYear null if unknown
     * @param today the day of the act
     * @param importId the import it came with
     */
    record RegisterPerson(
            String person,
            String unit,
            Sealed name,
            @Nullable CitizenId citizenId,
            @Nullable Gender gender,
            @Nullable Integer birthYear,
            LocalDate today,
            @Nullable String importId)
            implements PersonCommand {}

    /** People and their posts in one commit. */
    record RegisterPersons(List<RegisterPerson> persons, List<HoldPost> posts) implements PersonCommand {
        public RegisterPersons {
            persons = List.copyOf(persons);
            posts = List.copyOf(posts);
        }
    }

    /** What is null stays as it is. */
    record CorrectPerson(
            @TargetAggregateIdentifier String person,
            @Nullable Sealed name,
            @Nullable CitizenId citizenId,
            @Nullable Gender gender,
            @Nullable Integer birthYear,
            LocalDate today)
            implements PersonCommand {}

    /** @param until last day; null without end */
    record HoldPost(
            @TargetAggregateIdentifier String person,
            String post,
            String unit,
            String title,
            PostKind kind,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String importId)
            implements PersonCommand {}

    record LeavePost(@TargetAggregateIdentifier String person, String post, LocalDate lastDay)
            implements PersonCommand {}

    /** The post was recorded in error and never held. */
    record WithdrawPost(@TargetAggregateIdentifier String person, String post) implements PersonCommand {}

    /** Two records of one human: {@code person} stays, and gets all that {@code merged} has. */
    record MergePersons(@TargetAggregateIdentifier String person, String merged) implements PersonCommand {}

    record ErasePerson(@TargetAggregateIdentifier String person) implements PersonCommand {}

    /** Takes people back that were recorded in error, with their posts; what was sealed for them is destroyed. */
    record WithdrawPersons(List<String> persons, String importId) implements PersonCommand {
        public WithdrawPersons {
            persons = List.copyOf(persons);
        }
    }
}
