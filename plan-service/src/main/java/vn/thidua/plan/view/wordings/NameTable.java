package vn.thidua.plan.view.wordings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thidua.plan.domain.Names;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.view.wordings.Suggestion.Reason;

/** What has which name; names are keys of {@link Names}. */
final class NameTable {

    /**
     * Something with that name.
     *
     * @param distance from the issuing unit: its own, directly below, further below, above, beside
     * @param whole whether it is called so in full, so that a part of it may be meant too
     */
    record Entry(int distance, Reason reason, Target target, boolean whole) {}

    private final Map<String, List<Entry>> entries = new HashMap<>();
    private final Map<String, List<Entry>> bare = new HashMap<>();

    void put(String name, Entry entry) {
        if (!name.isEmpty()) {
            entries.computeIfAbsent(name, _ -> new ArrayList<>()).add(entry);
            bare.computeIfAbsent(Names.bare(name), _ -> new ArrayList<>()).add(entry);
        }
    }

    /** What has that name, the nearest first. */
    List<Entry> named(String name) {
        return sorted(entries.getOrDefault(name, List.of()));
    }

    /** What has that name but for the accents. */
    List<Entry> nearlyNamed(String name) {
        return sorted(bare.getOrDefault(Names.bare(name), List.of()));
    }

    /** Bodies, posts and groups that are called so and more, or so in part. */
    List<Entry> partlyNamed(String name) {
        List<Entry> found = new ArrayList<>();
        entries.forEach((other, all) -> {
            String shorter = other.length() < name.length() ? other : name;
            String longer = other.length() < name.length() ? name : other;
            int words = shorter.split(" ").length;
            if (Phrase.startsWith(longer, shorter) && words >= 3 && words * 5 >= longer.split(" ").length * 3) {
                all.stream().filter(Entry::whole).forEach(found::add);
            }
        });
        return sorted(found);
    }

    private static List<Entry> sorted(List<Entry> found) {
        return found.stream()
                .sorted(Comparator.comparing((Entry each) -> each.reason() == Reason.SIMILAR)
                        .thenComparing(Entry::distance)
                        .thenComparing(Entry::reason)
                        .thenComparing(each -> each.target().id()))
                .toList();
    }
}
