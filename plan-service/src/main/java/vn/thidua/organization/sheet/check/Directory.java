package vn.thidua.organization.sheet.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.sheet.Wording;
import vn.thidua.platform.sheet.Days;

/** Finds the unit that words mean: a code, a name, or a name with the unit above it. */
final class Directory {
    /** Nearest names are looked for that often at most: each costs a walk through all of them. */
    private static final int MOST_GUESSES = 200;

    private static final int SHOWN = 3;

    private final Map<String, List<Node>> byCode = new HashMap<>();
    private final Map<String, List<Node>> byName = new HashMap<>();
    private final Map<String, List<Node>> byProperName = new HashMap<>();
    private final Map<String, String> bareNames = new HashMap<>();
    private final Map<String, String> guesses = new HashMap<>();

    /** @param node null if the words mean none, or more than one; then the message says so and what to do */
    record Found(@Nullable Node node, String message) {}

    void add(Node node) {
        if (!node.code.isEmpty()) {
            byCode.computeIfAbsent(node.code.toUpperCase(Locale.ROOT), code -> new ArrayList<>())
                    .add(node);
        }
        for (String name : new LinkedHashSet<>(node.names)) {
            put(byName, Vocabulary.withoutCommittee(name), node);
            put(byProperName, Vocabulary.properName(name), node);
            bareNames.putIfAbsent(name, Wording.bare(name));
        }
    }

    private static void put(Map<String, List<Node>> index, String key, Node node) {
        if (!key.isEmpty()) {
            List<Node> known = index.computeIfAbsent(key, name -> new ArrayList<>());
            if (!known.contains(node)) {
                known.add(node);
            }
        }
    }

    List<Node> withCode(String code) {
        return byCode.getOrDefault(code.toUpperCase(Locale.ROOT), List.of());
    }

    List<Node> withName(String name) {
        return byName.getOrDefault(Vocabulary.withoutCommittee(name), List.of());
    }

    /**
     * @param day on which it must be there, null if any will do
     * @param above words for a unit above it, "" if not said
     */
    Found find(String words, @Nullable LocalDate day, String above) {
        List<Node> candidates = candidates(words);
        String under = above;
        if (candidates.isEmpty()) {
            int cut = cut(words);
            if (cut > 0) {
                candidates = candidates(words.substring(0, cut));
                under = words.substring(cut + 1).replaceAll("[()]", " ");
            }
        }
        if (candidates.isEmpty()) {
            return new Found(null, "Không tìm thấy đơn vị \"" + CheckedRow.shortened(words) + "\"." + guess(words));
        }
        List<Node> left = candidates;
        if (!under.isBlank() && left.size() > 1) {
            Set<Node> tops = new LinkedHashSet<>(candidates(under));
            left = left.stream().filter(node -> standsUnder(node, tops)).toList();
            if (left.isEmpty()) {
                return new Found(
                        null,
                        "Không có đơn vị \"" + CheckedRow.shortened(words) + "\" nào thuộc \""
                                + CheckedRow.shortened(under.strip()) + "\". Hãy kiểm tra lại tên đơn vị cấp trên.");
            }
        }
        if (left.size() > 1 && day != null) {
            List<Node> there = left.stream().filter(node -> node.existsOn(day)).toList();
            left = there.isEmpty() ? left : there;
        }
        if (left.size() > 1) {
            return new Found(
                    null,
                    "Có " + left.size() + " đơn vị tên \"" + CheckedRow.shortened(words) + "\": "
                            + left.stream().limit(SHOWN).map(Node::described).collect(Collectors.joining("; "))
                            + (left.size() > SHOWN ? "; …" : "")
                            + ". Hãy ghi mã, hoặc ghi thêm đơn vị cấp trên.");
        }
        return new Found(left.getFirst(), "");
    }

    private List<Node> candidates(String words) {
        List<Node> found = withCode(words.strip());
        if (found.isEmpty()) {
            found = withName(words);
        }
        return found.isEmpty() ? byProperName.getOrDefault(Vocabulary.withoutCommittee(words), List.of()) : found;
    }

    /** "Thôn 1, xã A", "Thôn 1 (xã A)", "Thôn 1 - xã A". */
    private static int cut(String words) {
        int cut = Math.max(words.lastIndexOf('('), words.indexOf(','));
        cut = Math.max(cut, words.indexOf('>'));
        return cut > 0 ? cut : words.indexOf(" - ") + (words.contains(" - ") ? 1 : 0);
    }

    private static boolean standsUnder(Node node, Collection<Node> tops) {
        Set<Node> seen = new LinkedHashSet<>();
        List<Node> next = new ArrayList<>(node.parents);
        while (!next.isEmpty()) {
            Node above = next.removeLast();
            if (tops.contains(above)) {
                return true;
            }
            if (seen.add(above)) {
                next.addAll(above.parents);
            }
        }
        return false;
    }

    private String guess(String words) {
        String known = guesses.get(words);
        if (known != null) {
            return known;
        }
        String guess = guesses.size() < MOST_GUESSES ? nearest(words) : "";
        guesses.putIfAbsent(words, guess.isEmpty() ? " Hãy kiểm tra lại, hoặc thêm đơn vị này vào danh sách." : guess);
        return guesses.getOrDefault(words, "");
    }

    private record Near(String name, int distance) {}

    private String nearest(String words) {
        String bare = Wording.bare(words);
        int most = Math.max(2, bare.length() / 3);
        List<String> names = bareNames.entrySet().stream()
                .map(entry -> new Near(entry.getKey(), distance(bare, entry.getValue(), most)))
                .filter(near -> near.distance() <= most)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(SHOWN)
                .map(near -> "\"" + near.name() + "\"")
                .toList();
        return names.isEmpty() ? "" : " Có phải là " + String.join(", ", names) + "?";
    }

    /** Letters to change, add or take away; more than {@code most} is not counted to the end. */
    static int distance(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return most + 1;
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            int best = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
                best = Math.min(best, row[j]);
            }
            if (best > most) {
                return most + 1;
            }
        }
        return row[other.length()];
    }

    /** Why a unit cannot stand in for words on that day; empty if it can. */
    static Optional<String> absent(Node node, LocalDate day) {
        if (day.isBefore(node.from)) {
            return Optional.of(node.described() + " chỉ có từ ngày " + Days.written(node.from) + ".");
        }
        LocalDate until = node.until;
        if (until != null && until.isBefore(day)) {
            String next = node.successor == null ? "" : " và đã nhập vào " + node.successor.described();
            return Optional.of(node.described() + " chỉ tồn tại đến ngày " + Days.written(until) + next + ".");
        }
        return Optional.empty();
    }
}
