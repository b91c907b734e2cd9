package vn.thidua.organization.domain.person;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.Spans;
import vn.thidua.organization.domain.unit.UnitKind;

/**
 * What the views know already, so that thousands of people can be registered without reading a stream for each. It may be
 * a moment old, and what is told here must be safe all the same.
 */
public interface Known {

    /**
     * A unit that nobody can take back any more: at most its end may be recorded meanwhile, and then its posts go to its
     * successor as all others do.
     *
     * @param until last day; null without end
     * @param settled something refers to it, so that it cannot be withdrawn
     * @param importId the import that it came with: whoever undoes that takes the people back before the units
     */
    record Place(
            UnitKind kind,
            LocalDate from,
            @Nullable LocalDate until,
            boolean settled,
            @Nullable String importId) {

        boolean existsOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(Spans.end(until));
        }

        boolean isSafeFor(@Nullable String byImport) {
            return settled || (byImport != null && byImport.equals(importId));
        }
    }

    Optional<Place> place(String unit);

    /**
     * Those of the blind indexes that may be on record; when in doubt, all. For the others a stream is begun without
     * looking for it: where that was wrong, the store refuses the second beginning, and the act is tried again.
     */
    Set<String> citizens(Set<String> indexes);

    /** Knows nothing, so that everything is read. */
    Known NOTHING = new Known() {
        @Override
        public Optional<Place> place(String unit) {
            return Optional.empty();
        }

        @Override
        public Set<String> citizens(Set<String> indexes) {
            return indexes;
        }
    };
}
