package vn.thidua.organization.domain.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.values.Sealed;

/** What happened to a person's record. {@code unit} is the one that registered it. */
public sealed interface PersonEvent {

    String person();

    String unit();

    /**
     * @param citizenNumber sealed; null if unknown
     * @param citizenIndex its blind index
     * @param sameCitizenAs who was registered before with the same citizen id
     */
    record PersonRegistered(
            String person,
            String unit,
            Sealed name,
            @Nullable Sealed citizenNumber,
            @Nullable String citizenIndex,
            @Nullable String sameCitizenAs,
            @Nullable Gender gender,
            @Nullable Integer birthYear,
            @Nullable String importId)
            implements PersonEvent {}

    /** All facts as they are now. */
    record PersonCorrected(
            String person,
            String unit,
            Sealed name,
            @Nullable Sealed citizenNumber,
            @Nullable String citizenIndex,
            @Nullable String sameCitizenAs,
            @Nullable Gender gender,
            @Nullable Integer birthYear)
            implements PersonEvent {}

    /** {@code postUnit} is where the post is; {@code unit} where the person was registered. */
    record PostHeld(
            String person,
            String unit,
            String post,
            String postUnit,
            String title,
            PostKind kind,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String importId)
            implements PersonEvent {}

    /** @param lastDay before {@code from} if it was never held */
    record PostLeft(
            String person,
            String unit,
            String post,
            String postUnit,
            String title,
            PostKind kind,
            LocalDate from,
            LocalDate lastDay)
            implements PersonEvent {}

    /** In the stream of the record that stays; {@code records} are all that are now one with it. */
    record PersonsMerged(String person, String unit, String merged, List<String> records) implements PersonEvent {
        public PersonsMerged {
            records = List.copyOf(records);
        }
    }

    /** In the stream of the record that was merged into another. */
    record PersonJoined(String person, String unit, String into) implements PersonEvent {}

    /** @param erased this record and all that were merged into it */
    record PersonErased(String person, String unit, List<String> erased) implements PersonEvent {
        public PersonErased {
            erased = List.copyOf(erased);
        }
    }
}
