package vn.thidua.plan.view.wordings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.thidua.plan.domain.Names;
import vn.thidua.plan.view.directory.Directory.Kind;
import vn.thidua.plan.view.directory.Directory.Unit;

/** The words for kinds of units, as keys of {@link Names}. */
record KindWords(Kind kind, String word) {

    /** Behind a province's own name "thành phố" is its kind; in a list of kinds it is a district. */
    private static final List<KindWords> ALL = Stream.of(
                    of(Kind.PROVINCE, "tỉnh"),
                    of(Kind.DISTRICT, "huyện", "quận", "thị xã", "thành phố"),
                    of(Kind.COMMUNE, "xã", "phường", "thị trấn", "đặc khu"),
                    of(
                            Kind.VILLAGE,
                            "thôn",
                            "bản",
                            "xóm",
                            "ấp",
                            "buôn",
                            "làng",
                            "khu phố",
                            "khối phố",
                            "tổ dân phố",
                            "khu dân cư"))
            .flatMap(List::stream)
            // "thị xã" before "xã"
            .sorted(Comparator.comparingInt((KindWords each) -> -each.word.length()))
            .toList();

    private static List<KindWords> of(Kind kind, String... words) {
        return Stream.of(words)
                .map(word -> new KindWords(kind, Names.key(word)))
                .toList();
    }

    int length() {
        return word.split(" ").length;
    }

    /** The word that a key begins with. */
    static Optional<KindWords> at(String key) {
        return ALL.stream()
                .filter(each -> (key + " ").startsWith(each.word + " "))
                .findFirst();
    }

    /** A text that is nothing but words for kinds, as "xã phường thị trấn"; empty if there is anything else. */
    static List<KindWords> list(String key) {
        List<KindWords> found = new ArrayList<>();
        String rest = key;
        while (!rest.isEmpty()) {
            Optional<KindWords> next = at(rest);
            if (next.isEmpty()) {
                return List.of();
            }
            found.add(next.get());
            rest = rest.substring(next.get().word.length()).strip();
        }
        return found;
    }

    /** The word for what the unit is: the first of its name, or what its kind is called most. */
    static String of(Unit unit) {
        String name = Names.key(unit.name());
        return switch (unit.kind()) {
            case PROVINCE, DISTRICT, COMMUNE, VILLAGE ->
                at(name).map(KindWords::word).orElseGet(() -> usual(unit.kind()));
            case BODY -> name.split(" ")[0];
        };
    }

    private static String usual(Kind kind) {
        return Names.key(
                switch (kind) {
                    case PROVINCE -> "tỉnh";
                    case DISTRICT -> "huyện";
                    case COMMUNE -> "xã";
                    case VILLAGE -> "thôn";
                    case BODY -> "";
                });
    }
}
