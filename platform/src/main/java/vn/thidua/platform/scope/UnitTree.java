package vn.thidua.platform.scope;

import java.time.LocalDate;
import java.util.List;

/** This service's own dated tree of units, fed from {@code organization.events.v1}. */
public interface UnitTree {

    /**
     * Whether the unit is the ancestor, or below it, on that day. A unit that is unknown, or does not stand on that day,
     * is under nobody, not even itself.
     */
    boolean isUnder(String unit, String ancestor, LocalDate day);

    /** The units on that day that are the given one or below it. */
    List<String> subtree(String unit, LocalDate day);

    /**
     * The unit that answers for it on that day: itself while it stands; after its end its successor, or without one its
     * last parent; before its beginning, or if it never was, its first parent. An unknown one is left as it is.
     */
    default String answering(String unit, LocalDate day) {
        return unit;
    }

    /** All units for which one of {@link #subtree} answers on that day: those that stand, and those that do not. */
    default List<String> answeredWithin(String unit, LocalDate day) {
        return subtree(unit, day);
    }
}
