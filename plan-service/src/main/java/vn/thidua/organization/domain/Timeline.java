package vn.thidua.organization.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An attribute through time: each value holds from its day until the day before the next one, whatever the order in which
 * they were recorded.
 */
public final class Timeline<T> {

    private final NavigableMap<LocalDate, T> byFirstDay = new TreeMap<>();

    public void put(LocalDate from, T value) {
        byFirstDay.put(from, value);
    }

    /** The value on that day; null before the first one. */
    public @Nullable T on(LocalDate day) {
        Map.Entry<LocalDate, T> entry = byFirstDay.floorEntry(day);
        return entry == null ? null : entry.getValue();
    }

    public boolean beginsOn(LocalDate day) {
        return byFirstDay.containsKey(day);
    }

    public boolean changesAfter(LocalDate day) {
        return byFirstDay.higherKey(day) != null;
    }

    /** The last day before the value changes; null if it does not. */
    public @Nullable LocalDate endOfValueOn(LocalDate day) {
        LocalDate next = byFirstDay.higherKey(day);
        return next == null ? null : next.minusDays(1);
    }

    public Collection<T> values() {
        return byFirstDay.values();
    }

    public NavigableMap<LocalDate, T> all() {
        return new TreeMap<>(byFirstDay);
    }
}
