package vn.thidua.plan.reader.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

/** Which member of a list stands for which one of the answer: best pairs first, each member once. */
final class Pairing {
    private Pairing() {}

    private record Pair(double score, int gold, int actual) {}

    /** Position in {@code gold} to position in {@code actual}, of pairs that score {@code threshold} at least. */
    static <G, A> Map<Integer, Integer> of(
            List<G> gold, List<A> actual, ToDoubleBiFunction<G, A> score, double threshold) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            for (int j = 0; j < actual.size(); j++) {
                double value = score.applyAsDouble(gold.get(i), actual.get(j));
                if (value >= threshold) {
                    pairs.add(new Pair(value, i, j));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.score)
                .thenComparingInt(pair -> Math.abs(pair.gold - pair.actual))
                .thenComparingInt(Pair::gold)
                .thenComparingInt(Pair::actual));
        Map<Integer, Integer> found = new HashMap<>();
        Set<Integer> used = new HashSet<>();
        for (Pair pair : pairs) {
            if (!found.containsKey(pair.gold) && used.add(pair.actual)) {
                found.put(pair.gold, pair.actual);
            }
        }
        return found;
    }

    /** The members of {@code actual} that stand for nothing. */
    static <A> List<A> left(List<A> actual, Map<Integer, Integer> pairs) {
        Set<Integer> used = new HashSet<>(pairs.values());
        List<A> left = new ArrayList<>();
        for (int j = 0; j < actual.size(); j++) {
            if (!used.contains(j)) {
                left.add(actual.get(j));
            }
        }
        return left;
    }

    /**
     * The score of a whole list.
     *
     * @param optional found they gain nothing, missing they cost nothing
     * @param quality what a pair is worth, 0 to 1
     */
    static <G, A> double score(
            List<G> gold,
            List<G> optional,
            List<A> actual,
            ToDoubleBiFunction<G, A> score,
            double threshold,
            ToDoubleBiFunction<G, A> quality) {
        Map<Integer, Integer> pairs = of(gold, actual, score, threshold);
        int tolerated = of(optional, left(actual, pairs), score, threshold).size();
        double gain = 0;
        for (int i = 0; i < gold.size(); i++) {
            Integer j = pairs.get(i);
            gain += j == null ? 0 : quality.applyAsDouble(gold.get(i), actual.get(j));
        }
        return f1(gain, gold.size(), actual.size() - tolerated);
    }

    /** The harmonic mean of precision and recall; an empty answer costs by the number of inventions. */
    static double f1(double gain, int gold, int actual) {
        if (gold == 0) {
            return actual == 0 ? 1.0 : 1.0 / (1 + actual);
        }
        double precision = actual == 0 ? 0.0 : gain / actual;
        double recall = gain / gold;
        return precision + recall == 0 ? 0.0 : 2 * precision * recall / (precision + recall);
    }
}
