package vn.thidua.torture.load;

import org.jspecify.annotations.Nullable;

/**
 * A request that is known by its key, and can be sent again under it.
 *
 * @param mark a name that stands in its event and in no other
 * @param unit that it is about; null if it makes one
 * @param version that it expects; null if it makes a unit
 */
public record Act(
        String key,
        Kind kind,
        String path,
        String body,
        String mark,
        @Nullable String unit,
        @Nullable Long version) {

    /** What must come of it. */
    public enum Kind {
        /** Is done, sooner or later. */
        ESTABLISH,
        /** Is done if nobody was faster, else refused: a register that is compared and set. */
        RENAME,
        /** Is refused whenever it is decided: its code is taken. */
        TAKEN_CODE
    }
}
