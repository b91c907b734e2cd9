package vn.thidua.platform.scope;

import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one unit's place in the tree: when it stands, and under whom from which day on. Acts may be recorded
 * in any order of their days: a parent holds until the day before the next one, and of two acts for one day the one that
 * was recorded last holds.
 *
 * @param from first day; null as long as only its moves are known
 * @param end first day on which it is no more; null without end. With an end on its first day it never was
 * @param successor who answers for it after its end, if somebody was named
 * @param parents by the first day under each; no parent is a top
 */
public record UnitHistory(
        String unit,
        @Nullable LocalDate from,
        @Nullable LocalDate end,
        @Nullable String successor,
        NavigableMap<LocalDate, @Nullable String> parents) {

    public UnitHistory {
        parents = Collections.unmodifiableNavigableMap(new TreeMap<>(parents));
    }

    /** Nothing is known of it yet. */
    public static UnitHistory of(String unit) {
        return new UnitHistory(unit, null, null, null, Collections.emptyNavigableMap());
    }

    /**
     * It stands from that day on.
     *
     * @param until last day; null without end
     */
    public UnitHistory established(@Nullable String parent, LocalDate first, @Nullable LocalDate until) {
        var placed = new TreeMap<LocalDate, @Nullable String>(parents);
        // a move on the same day came from another source's topic, and was recorded after this
        if (!placed.containsKey(first)) {
            placed.put(first, parent);
        }
        var begun = new UnitHistory(unit, first, end, successor, placed);
        return until == null || until.equals(LocalDate.MAX) ? begun : begun.ended(until.plusDays(1), null);
    }

    /** It has that parent from that day on, until the day of the next known move. */
    public UnitHistory moved(@Nullable String parent, LocalDate effective) {
        var placed = new TreeMap<LocalDate, @Nullable String>(parents);
        placed.put(effective, parent);
        return new UnitHistory(unit, from, end, successor, placed);
    }

    /**
     * It is no more from that day on. Of several ends the earliest holds.
     *
     * @param heir who answers for it then; null if nobody was named
     */
    public UnitHistory ended(LocalDate effective, @Nullable String heir) {
        if (end != null && end.isBefore(effective)) {
            return this;
        }
        return new UnitHistory(unit, from, effective, heir, parents);
    }
}
