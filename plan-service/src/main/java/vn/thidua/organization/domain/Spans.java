package vn.thidua.organization.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A set of days, kept as stretches that neither touch nor overlap. Ends are inclusive; null is an open end. */
public final class Spans {

    private final NavigableMap<LocalDate, LocalDate> byFirst = new TreeMap<>();

    public void add(LocalDate from, @Nullable LocalDate until) {
        LocalDate last = end(until);
        if (last.isBefore(from)) {
            return;
        }
        subtract(from, until);
        LocalDate first = from;
        Map.Entry<LocalDate, LocalDate> before = byFirst.lowerEntry(first);
        if (before != null && before.getValue().plusDays(1).equals(first)) {
            byFirst.remove(before.getKey());
            first = before.getKey();
        }
        if (!last.equals(LocalDate.MAX)) {
            LocalDate next = byFirst.remove(last.plusDays(1));
            if (next != null) {
                last = next;
            }
        }
        byFirst.put(first, last);
    }

    public void subtract(LocalDate from, @Nullable LocalDate until) {
        LocalDate last = end(until);
        if (last.isBefore(from)) {
            return;
        }
        Map.Entry<LocalDate, LocalDate> stretch = byFirst.floorEntry(last);
        while (stretch != null && !stretch.getValue().isBefore(from)) {
            byFirst.remove(stretch.getKey());
            if (stretch.getKey().isBefore(from)) {
                byFirst.put(stretch.getKey(), from.minusDays(1));
            }
            if (stretch.getValue().isAfter(last)) {
                byFirst.put(last.plusDays(1), stretch.getValue());
            }
            stretch = byFirst.lowerEntry(stretch.getKey());
        }
    }

    public boolean isEmpty() {
        return byFirst.isEmpty();
    }

    public boolean overlaps(LocalDate from, @Nullable LocalDate until) {
        Map.Entry<LocalDate, LocalDate> stretch = byFirst.floorEntry(end(until));
        return stretch != null && !stretch.getValue().isBefore(from);
    }

    /** Whether a day of it lies after the given one. */
    public boolean beginsAfter(LocalDate day) {
        return byFirst.higherKey(day) != null;
    }

    /** The stretch that holds the day: its last day, {@link LocalDate#MAX} if open; null if none holds it. */
    public @Nullable LocalDate endOfStretchAt(LocalDate day) {
        Map.Entry<LocalDate, LocalDate> stretch = byFirst.floorEntry(day);
        return stretch == null || stretch.getValue().isBefore(day) ? null : stretch.getValue();
    }

    /** An end for comparisons: the last of all days, where it is open. */
    public static LocalDate end(@Nullable LocalDate until) {
        return until == null ? LocalDate.MAX : until;
    }

    /** The opposite of {@link #end}. */
    public static @Nullable LocalDate orOpen(LocalDate end) {
        return end.equals(LocalDate.MAX) ? null : end;
    }
}
