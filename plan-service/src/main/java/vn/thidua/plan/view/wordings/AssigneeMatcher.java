package vn.thidua.plan.view.wordings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.thidua.plan.domain.Names;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.plan.view.directory.Directory.Group;
import vn.thidua.plan.view.directory.Directory.Unit;
import vn.thidua.plan.view.wordings.Suggestion.Reason;
import vn.thidua.platform.text.Text;

/** Suggests whom the words of a document mean. Words that name nothing known mean nobody. */
public final class AssigneeMatcher {

    private static final int MOST = 5;
    private static final int MOST_PARTS = 12;

    private final Wordings wordings;
    private final Directory directory;

    public AssigneeMatcher(Wordings wordings, Directory directory) {
        this.wordings = wordings;
        this.directory = directory;
    }

    /** At most five, the best first; none if the words name nothing known. */
    public List<Suggestion> suggest(String issuingUnit, String words, LocalDate day) {
        return suggestAll(issuingUnit, List.of(words), day).getOrDefault(words, List.of());
    }

    /** The same for all words of a document at once. */
    public Map<String, List<Suggestion>> suggestAll(String issuingUnit, Collection<String> words, LocalDate day) {
        Map<String, List<Target>> remembered = wordings.remembered(issuingUnit, words);
        var index = new NameIndex(directory, issuingUnit, day);
        Map<String, List<Suggestion>> all = new LinkedHashMap<>();
        for (String each : words) {
            List<Suggestion> found = new ArrayList<>();
            List<Target> before = today(remembered.getOrDefault(each, List.of()), day);
            if (!before.isEmpty()) {
                found.add(new Suggestion(Reason.REMEMBERED, before));
            }
            found.addAll(whole(each, index));
            if (found.stream().noneMatch(AssigneeMatcher::isSure)) {
                several(each, index).ifPresent(found::addFirst);
            }
            if (found.isEmpty()) {
                found.addAll(similar(each, index));
            }
            all.put(each, best(found));
        }
        return all;
    }

    /** What words meant before, as it is now: a unit that has ended is its heir, and what is no more is left out. */
    private List<Target> today(List<Target> targets, LocalDate day) {
        return targets.stream()
                .flatMap(target -> today(target, day).stream())
                .distinct()
                .toList();
    }

    private Optional<Target> today(Target target, LocalDate day) {
        return switch (target.kind()) {
            case UNIT -> standing(target.id(), day).map(NameIndex::unit);
            case POST -> {
                String title = target.post();
                yield title == null
                        ? Optional.empty()
                        : standing(target.id(), day).flatMap(unit -> directory.posts(unit.id(), day).stream()
                                .filter(post -> post.unit().equals(unit.id())
                                        && Text.same(post.title()).equals(Text.same(title)))
                                .findFirst()
                                .map(post -> Target.post(unit.id(), unit.name(), post.title())));
            }
            case GROUP -> directory.group(target.id(), day).map(AssigneeMatcher::group);
        };
    }

    private Optional<Unit> standing(String id, LocalDate day) {
        return directory
                .unit(id, day)
                .flatMap(unit -> unit.successor() == null ? Optional.of(unit) : directory.unit(unit.successor(), day))
                .filter(Unit::stands);
    }

    private static Target group(Group group) {
        return Target.group(group.id(), group.name(), group.units(), group.persons());
    }

    /** What the words name as one. */
    private static List<Suggestion> whole(String words, NameIndex index) {
        List<Suggestion> found = new ArrayList<>();
        List<String> readings = Phrase.readings(words, index.places());
        for (String reading : readings) {
            found.addAll(certain(index.names().named(reading)));
            Phrase.plural(reading).flatMap(plural -> all(plural, index)).ifPresent(found::add);
            if (found.stream().anyMatch(AssigneeMatcher::isSure)) {
                return found;
            }
        }
        for (String reading : readings) {
            Phrase.single(reading).ifPresent(one -> {
                found.addAll(certain(index.names().named(one)));
                posts(one, index.children(), index).ifPresent(found::add);
            });
            // a title that is not there itself, but in each of the units below
            if (found.isEmpty()) {
                posts(reading, index.children(), index).ifPresent(found::add);
            }
        }
        return found;
    }

    private static boolean isSure(Suggestion suggestion) {
        return suggestion.reason() != Reason.SIMILAR;
    }

    /** The nearest of that name. Two of them, equally near: which one is meant is not said. */
    private static List<Suggestion> certain(List<NameTable.Entry> named) {
        List<NameTable.Entry> entries = named.stream()
                .filter(entry -> entry.reason() != Reason.SIMILAR
                        && entry.distance() == named.getFirst().distance())
                .toList();
        return entries.stream()
                .map(entry -> new Suggestion(
                        entries.stream().anyMatch(other -> rivals(entry, other)) ? Reason.SIMILAR : entry.reason(),
                        List.of(entry.target())))
                .toList();
    }

    private static boolean rivals(NameTable.Entry one, NameTable.Entry other) {
        return one.reason() == other.reason() && !meaning(one.target()).equals(meaning(other.target()));
    }

    private static Optional<Suggestion> surest(List<Suggestion> found) {
        return found.stream().filter(AssigneeMatcher::isSure).findFirst();
    }

    private static Optional<Suggestion> all(Phrase.Plural plural, NameIndex index) {
        List<Unit> units = index.all(plural.kinds());
        if (!plural.head().isEmpty() && !plural.head().equals(Phrase.COMMITTEE)) {
            return posts(plural.head(), units, index);
        }
        if (units.isEmpty() || (plural.count() != null && plural.count() != units.size())) {
            return Optional.empty();
        }
        Set<String> ids = new HashSet<>(units.stream().map(Unit::id).toList());
        return Optional.of(index.groups().stream()
                .filter(group -> !group.units().isEmpty() && ids.equals(new HashSet<>(group.units())))
                .findFirst()
                .map(group -> new Suggestion(Reason.GROUP, List.of(group(group))))
                .orElseGet(() -> new Suggestion(
                        Reason.KIND, units.stream().map(NameIndex::unit).toList())));
    }

    private static Optional<Suggestion> posts(String title, List<Unit> units, NameIndex index) {
        List<Target> posts = index.posts(title, units);
        return posts.isEmpty() ? Optional.empty() : Optional.of(new Suggestion(Reason.KIND, posts));
    }

    /** An enumeration, if each of its parts names something; a comma within a name does not part it. */
    private static Optional<Suggestion> several(String words, NameIndex index) {
        List<String> parts = new ArrayList<>();
        for (String part : words.split("[,;+]|(?<!\\p{L})[vV]à(?!\\p{L})")) {
            if (!Names.key(part).isEmpty()) {
                parts.add(part.strip());
            }
        }
        if (parts.size() < 2 || parts.size() > MOST_PARTS) {
            return Optional.empty();
        }
        Set<Target> targets = new LinkedHashSet<>();
        Reason reason = Reason.SAME_NAME;
        String kind = "";
        int at = 0;
        while (at < parts.size()) {
            Optional<Suggestion> found = Optional.empty();
            int end = parts.size();
            for (; found.isEmpty() && end > at; end--) {
                String one = String.join(" ", parts.subList(at, end));
                found = surest(whole(one, index));
                if (found.isEmpty() && end == at + 1) {
                    found = withoutAll(one, index);
                }
            }
            if (found.isEmpty() && !kind.isEmpty()) {
                // "thôn Đông, Đoài": the second has the kind of the first
                found = surest(whole(kind + " " + parts.get(at), index));
                end = at;
            }
            if (found.isEmpty()) {
                return Optional.empty();
            }
            kind = kindOf(parts.get(at)).orElse(kind);
            targets.addAll(found.get().targets());
            reason = found.get().reason().compareTo(reason) > 0 ? found.get().reason() : reason;
            at = end + 1;
        }
        return Optional.of(new Suggestion(reason, List.copyOf(targets)));
    }

    /** "các thôn Đông": the first of several. */
    private static Optional<Suggestion> withoutAll(String words, NameIndex index) {
        return Phrase.single(Names.key(words))
                .flatMap(one -> surest(certain(index.names().named(one))));
    }

    /** The word for a kind at the head of a part, in the letters of the document. */
    private static Optional<String> kindOf(String part) {
        String[] words = part.strip().split("\\s+");
        for (int from = 0; from < Math.min(words.length, 5); from++) {
            for (int to = Math.min(words.length - 1, from + 3); to > from; to--) {
                String some = String.join(" ", List.of(words).subList(from, to));
                if (KindWords.list(Names.key(some)).size() == 1) {
                    return Optional.of(some);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Suggestion> similar(String words, NameIndex index) {
        List<Suggestion> found = new ArrayList<>();
        boolean enumeration = words.matches(".*[,;].*");
        for (String reading : Phrase.readings(words, index.places())) {
            List<NameTable.Entry> entries = new ArrayList<>(index.names().named(reading));
            entries.addAll(index.names().nearlyNamed(reading));
            // the head of an enumeration is not the whole of it
            index.names().partlyNamed(reading).stream()
                    .filter(entry -> !enumeration || entry.reason() == Reason.GROUP)
                    .forEach(entries::add);
            entries.forEach(entry -> found.add(new Suggestion(Reason.SIMILAR, List.of(entry.target()))));
        }
        Phrase.inBrackets(words).stream()
                .flatMap(one -> certain(index.names().named(one)).stream())
                .forEach(each -> found.add(new Suggestion(Reason.SIMILAR, each.targets())));
        return found;
    }

    /** Each meaning once, with the first reason for it. */
    private static List<Suggestion> best(List<Suggestion> found) {
        List<Suggestion> best = new ArrayList<>();
        Set<List<String>> met = new HashSet<>();
        List<Suggestion> sureFirst = found.stream()
                .sorted(Comparator.comparing(each -> !isSure(each)))
                .toList();
        for (Suggestion each : sureFirst) {
            List<String> meaning = each.targets().stream()
                    .map(AssigneeMatcher::meaning)
                    .sorted()
                    .toList();
            if (best.size() < MOST && met.add(meaning)) {
                best.add(each);
            }
        }
        return best;
    }

    /** Equal for targets that come to the same: two groups with the same members do. */
    private static String meaning(Target target) {
        return switch (target.kind()) {
            case UNIT -> "unit " + target.id();
            case POST -> "post " + target.id() + " " + target.post();
            case GROUP -> {
                List<String> members = new ArrayList<>(target.units());
                members.addAll(target.persons());
                yield "group "
                        + (members.isEmpty()
                                ? target.id()
                                : members.stream().sorted().toList());
            }
        };
    }
}
