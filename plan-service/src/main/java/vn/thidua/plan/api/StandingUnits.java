package vn.thidua.plan.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.plan.drafting.DraftRejection;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.platform.values.RejectedException;

/** Which units may still begin and issue plans. */
@Component
class StandingUnits {

    private final Directory directory;

    StandingUnits(Directory directory) {
        this.directory = directory;
    }

    /**
     * That the unit has not ended. One that is to begin soon may prepare; of one that nobody has told of yet, nothing is
     * known.
     *
     * @param field that names it
     * @throws RejectedException with {@link DraftRejection.UnitEnded}, which names its heir
     */
    void mustNotHaveEnded(String unit, String field, LocalDate today) {
        Directory.Unit found = directory.unit(unit, today).orElse(null);
        if (found == null || found.stands() || isToBegin(unit, today)) {
            return;
        }
        @Nullable String successor = found.successor();
        String heir = successor == null
                ? null
                : directory.unit(successor, today).map(Directory.Unit::name).orElse(null);
        throw new RejectedException(new DraftRejection.UnitEnded(field, found.name(), heir));
    }

    private boolean isToBegin(String unit, LocalDate today) {
        return directory
                .unit(unit, today.plusYears(1))
                .map(Directory.Unit::stands)
                .orElse(false);
    }
}
