package vn.thidua.organization.domain.unit;

import java.util.Set;

/**
 * Which units an act will probably touch beside those it names, so that all are locked in order of id from the start.
 * Only a hint: what is not said here is found and locked on the way, and the aggregates alone decide.
 */
public interface Neighbours {

    Set<String> parentsOf(String unit);

    Set<String> childrenOf(String unit);

    /**
     * Whether any unit may ever have had the code; when in doubt, yes. A code that nobody has had is begun without looking
     * for its stream: where that was wrong, the store refuses the second beginning, and the act is tried again.
     */
    boolean mayBeKnown(String code);

    /** Knows nothing. */
    Neighbours UNKNOWN = new Neighbours() {
        @Override
        public Set<String> parentsOf(String unit) {
            return Set.of();
        }

        @Override
        public Set<String> childrenOf(String unit) {
            return Set.of();
        }

        @Override
        public boolean mayBeKnown(String code) {
            return true;
        }
    };
}
