package vn.thidua.plan.reader.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The bodies named for one role of a task. */
final class UnitLists {
    private static final Pattern BETWEEN = Pattern.compile("\\s*[;\\n]\\s*");

    private UnitLists() {}

    static double score(List<String> gold, List<String> named, List<String> optional) {
        List<String> actual = new ArrayList<>();
        for (String unit : named) {
            BETWEEN.splitAsStream(unit)
                    .filter(part -> !Words.unit(part).isEmpty())
                    .forEach(actual::add);
        }
        if (gold.isEmpty() && actual.isEmpty() || !gold.isEmpty() && words(gold).equals(words(actual))) {
            return 1.0;
        }
        Map<Integer, Integer> pairs = Pairing.of(gold, actual, Likeness::ofUnits, 0.88);
        long extras = Pairing.left(actual, pairs).stream()
                .filter(unit -> optional.stream().noneMatch(further -> isPart(further, unit)))
                .count();
        return gold.isEmpty()
                ? 1.0 / (1 + extras)
                : Pairing.f1(pairs.size(), gold.size(), (int) (pairs.size() + extras));
    }

    private static boolean isPart(String left, String right) {
        String a = Words.unit(left);
        String b = Words.unit(right);
        return Likeness.ofUnits(left, right) >= 0.8 || b.contains(a) || a.contains(b);
    }

    /** The same words cut into units in another way are the same units. */
    private static List<String> words(List<String> units) {
        String all = String.join(" ", units.stream().map(Words::unit).toList());
        return Arrays.stream(all.split("[^\\p{L}\\p{N}_]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
