package vn.thidua.organization.sheet.check;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.person.Gender;
import vn.thidua.organization.domain.person.PostKind;
import vn.thidua.organization.domain.unit.UnitKind;

/** One thing an import will do. The steps of a file stand in the order in which they can be done. */
public sealed interface Step {

    /** A later parent and the first day under it. */
    record Place(String parent, LocalDate from) {}

    /** @param until last day; null without end, or if a later step ends it */
    record NewUnit(
            String id,
            UnitKind kind,
            String code,
            String name,
            @Nullable String parent,
            LocalDate from,
            @Nullable LocalDate until,
            List<Place> later)
            implements Step {
        public NewUnit {
            later = List.copyOf(later);
        }
    }

    record Rename(String unit, String name, LocalDate from) implements Step {}

    record Move(String unit, String parent, LocalDate from) implements Step {}

    /** @param from first day of the united unit */
    record Merge(String into, List<String> merged, LocalDate from) implements Step {
        public Merge {
            merged = List.copyOf(merged);
        }
    }

    /** @param from first day without it */
    record End(String unit, LocalDate from) implements Step {}

    /** Names and numbers in the clear: a plan is kept encrypted, and they are sealed when it is carried out. */
    record NewPerson(
            String id,
            String unit,
            String name,
            String citizenId,
            @Nullable Gender gender,
            @Nullable Integer birthYear) implements Step {}

    /** @param until last day; null without end */
    record Post(
            String id,
            String person,
            String unit,
            String title,
            PostKind kind,
            LocalDate from,
            @Nullable LocalDate until)
            implements Step {}
}
