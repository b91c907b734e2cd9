package vn.thidua.bench;

import java.util.Collection;
import java.util.List;

/** The few numbers the table needs; each asks for at least one value. */
public final class Statistics {
    private Statistics() {}

    /** The middle one, or the mean of the two in the middle. */
    public static double median(Collection<Double> values) {
        List<Double> sorted = sorted(values);
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /**
     * By nearest rank: a value that was really seen. Of less than a hundred values the 99th percentile is the largest.
     *
     * @param percent more than 0, at most 100
     */
    public static double percentile(Collection<Double> values, int percent) {
        List<Double> sorted = sorted(values);
        return sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
    }

    /** The distance from the smallest to the largest as a part of the median. */
    public static double spread(Collection<Double> values) {
        List<Double> sorted = sorted(values);
        return (sorted.getLast() - sorted.getFirst()) / median(sorted);
    }

    private static List<Double> sorted(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no values");
        }
        return values.stream().sorted().toList();
    }
}
