package vn.thidua.plan.view.wordings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.Names;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.plan.view.directory.Directory.Group;
import vn.thidua.plan.view.directory.Directory.Kind;
import vn.thidua.plan.view.directory.Directory.Post;
import vn.thidua.plan.view.directory.Directory.Unit;
import vn.thidua.plan.view.wordings.NameTable.Entry;
import vn.thidua.plan.view.wordings.Suggestion.Reason;

/** All that words in a plan of one unit can mean on one day, by the spellings of its name. */
final class NameIndex {

    private static final int OWN = 0;
    private static final int BELOW = 1;
    private static final int DEEPER = 2;
    private static final int ABOVE = 3;
    private static final int BESIDE = 4;
    private static final int MOST_LEVELS = 16;

    private final Directory directory;
    private final LocalDate day;
    private final NameTable names = new NameTable();
    private final Map<String, Unit> known = new HashMap<>();
    private final List<Unit> children;
    /** All below the issuing unit. */
    private final List<Unit> subtree;

    private final List<Unit> above = new ArrayList<>();
    private final List<Group> groups;
    private final Set<String> places = new LinkedHashSet<>();

    NameIndex(Directory directory, String issuing, LocalDate day) {
        this.directory = directory;
        this.day = day;
        this.children = directory.children(issuing, day);
        this.subtree = directory.subtree(issuing, day).stream()
                .filter(unit -> !unit.id().equals(issuing))
                .toList();
        this.groups = directory.groups(issuing, day);
        subtree.forEach(unit -> known.put(unit.id(), unit));
        Optional<Unit> own = directory.unit(issuing, day);
        if (own.isEmpty()) {
            return;
        }
        for (@Nullable String id = own.get().parent(); id != null && above.size() < MOST_LEVELS; ) {
            Optional<Unit> parent = directory.unit(id, day);
            parent.ifPresent(above::add);
            id = parent.map(Unit::parent).orElse(null);
        }
        above.forEach(unit -> known.put(unit.id(), unit));
        known.put(issuing, own.get());
        own(own.get());
        below(issuing);
        above();
        above.stream().findFirst().ifPresent(parent -> directory.children(parent.id(), day).stream()
                .filter(unit -> unit.kind() == own.get().kind() && !unit.id().equals(issuing))
                .forEach(unit -> named(unit, BESIDE, Set.of())));
    }

    private void own(Unit own) {
        places.addAll(placesOf(own));
        named(own, OWN, places);
        if (own.kind() != Kind.BODY) {
            put(Phrase.COMMITTEE, OWN, Reason.SAME_NAME, unit(own), false);
        }
        posts(own, OWN);
        groups.forEach(group -> group(group, OWN));
    }

    private void below(String issuing) {
        for (Unit unit : subtree) {
            boolean own = unit.kind() == Kind.BODY && issuing.equals(holder(unit));
            boolean direct = issuing.equals(unit.parent());
            named(unit, own ? OWN : direct ? BELOW : DEEPER, own ? places : Set.of());
            if (direct && unit.kind() != Kind.BODY) {
                posts(unit, BELOW);
            }
        }
    }

    private void above() {
        for (Unit unit : above) {
            Set<String> called = placesOf(unit);
            named(unit, ABOVE, called);
            posts(unit, ABOVE);
            directory.children(unit.id(), day).stream()
                    .filter(child -> child.kind() == Kind.BODY)
                    .forEach(body -> {
                        known.put(body.id(), body);
                        named(body, ABOVE, called);
                    });
            directory.groups(unit.id(), day).forEach(group -> group(group, ABOVE));
        }
    }

    /** The nearest unit above a body that is none itself. */
    private @Nullable String holder(Unit body) {
        @Nullable String id = body.parent();
        for (int steps = 0; id != null && steps < MOST_LEVELS; steps++) {
            Unit parent = known.get(id);
            if (parent == null || parent.kind() != Kind.BODY) {
                return id;
            }
            id = parent.parent();
        }
        return id;
    }

    /** How a unit is called where it is clear which one it is: "xã", "xã An Bình", "UBND xã". */
    static Set<String> placesOf(Unit unit) {
        Set<String> places = new LinkedHashSet<>();
        places.add(Names.key(unit.name()));
        places.add(KindWords.of(unit));
        if (unit.kind() != Kind.BODY) {
            List.copyOf(places).forEach(place -> places.add(Phrase.COMMITTEE + " " + place));
        }
        return places;
    }

    /** @param near what the unit's holder is called for the issuing unit; empty where that must be said in full */
    private void named(Unit unit, int distance, Set<String> near) {
        String name = Names.key(unit.name());
        Target target = unit(unit);
        put(name, distance, Reason.SAME_NAME, target, unit.kind() == Kind.BODY);
        if (unit.kind() == Kind.BODY) {
            body(unit, name, distance, near);
            return;
        }
        put(Phrase.COMMITTEE + " " + name, distance, Reason.SAME_NAME, target, false);
        String kind = KindWords.of(unit);
        if (distance == OWN || distance == ABOVE) {
            put(Phrase.COMMITTEE + " " + kind, distance, Reason.SAME_NAME, target, false);
            put(kind, distance, Reason.SAME_NAME, target, false);
        }
        if (Phrase.startsWith(name, kind) && name.length() > kind.length()) {
            String proper = name.substring(kind.length() + 1);
            put(Phrase.COMMITTEE + " " + proper, distance, Reason.SIMILAR, target, false);
            // "Thôn 3" is not called "3"
            if (proper.chars().anyMatch(Character::isLetter)) {
                put(proper, distance, Reason.SIMILAR, target, false);
            }
        }
    }

    private void body(Unit body, String name, int distance, Set<String> near) {
        String holder = holder(body);
        Unit owner = holder == null ? null : known.get(holder);
        if (owner == null) {
            return;
        }
        Set<String> full = near.isEmpty() ? Set.of(Names.key(owner.name())) : near;
        for (String base : without(name, placesOf(owner))) {
            if (!near.isEmpty()) {
                put(base, distance, Reason.SAME_NAME, unit(body), base.equals(name));
            }
            full.forEach(place -> put(base + " " + place, distance, Reason.SAME_NAME, unit(body), false));
        }
    }

    /** The name, and the name without each of the places that it ends with. */
    private static Set<String> without(String name, Set<String> places) {
        Set<String> bases = new LinkedHashSet<>();
        bases.add(name);
        for (String place : places) {
            if (Phrase.endsWith(name, place) && name.length() > place.length()) {
                bases.add(name.substring(0, name.length() - place.length() - 1));
            }
        }
        return bases;
    }

    private void posts(Unit unit, int distance) {
        for (Post post : directory.posts(unit.id(), day)) {
            Unit in = known.getOrDefault(post.unit(), unit);
            Target target = Target.post(post.unit(), in.name(), post.title());
            String title = Names.key(post.title());
            boolean clear = distance == OWN && post.unit().equals(unit.id());
            if (distance == OWN) {
                put(title, distance, Reason.POST, target, true);
                Phrase.readings(post.title(), Set.of()).stream()
                        .filter(reading -> reading.contains(" "))
                        .forEach(reading -> put(reading, distance, Reason.POST, target, false));
            }
            String kind = KindWords.of(unit);
            String name = Names.key(unit.name());
            Set<String> bases = new LinkedHashSet<>();
            Phrase.readings(post.title(), Set.of())
                    .forEach(reading -> bases.addAll(without(reading, Set.of(kind, name))));
            for (String base : bases) {
                if (clear && base.contains(" ")) {
                    put(base, distance, Reason.POST, target, base.equals(title));
                }
                if (distance != BELOW) {
                    put(base + " " + kind, distance, Reason.POST, target, false);
                }
                put(base + " " + name, distance, Reason.POST, target, false);
            }
            if (!in.id().equals(unit.id())) {
                inBody(title, in, target, distance);
            }
        }
    }

    /** "Trưởng phòng" in "Phòng Nội vụ" is called "Trưởng phòng Nội vụ". */
    private void inBody(String title, Unit body, Target target, int distance) {
        String name = Names.key(body.name());
        put(title + " " + name, distance, Reason.POST, target, false);
        String first = name.split(" ")[0];
        if (Phrase.endsWith(title, first) && name.length() > first.length()) {
            put(title + name.substring(first.length()), distance, Reason.POST, target, false);
        }
    }

    private void group(Group group, int distance) {
        String name = Names.key(group.name());
        Target target = Target.group(group.id(), group.name(), group.units(), group.persons());
        put(name, distance, Reason.GROUP, target, true);
        Phrase.single(name).ifPresent(one -> put(one, distance, Reason.GROUP, target, false));
        Phrase.groupNames(group.name(), places).forEach(reading -> put(reading, distance, Reason.GROUP, target, false));
        if (distance == OWN) {
            for (String base : without(name, places)) {
                put(base, distance, Reason.GROUP, target, false);
                places.forEach(place -> put(base + " " + place, distance, Reason.GROUP, target, false));
            }
        }
    }

    private void put(String name, int distance, Reason reason, Target target, boolean whole) {
        names.put(name, new Entry(distance, reason, target, whole));
    }

    /** What has which name. */
    NameTable names() {
        return names;
    }

    /** What the issuing unit is called. */
    Set<String> places() {
        return places;
    }

    List<Group> groups() {
        return groups;
    }

    /** All units of the kinds: those directly below, or further down if there are none. */
    List<Unit> all(List<KindWords> kinds) {
        List<Unit> direct = ofKinds(children, kinds);
        return direct.isEmpty() ? ofKinds(subtree, kinds) : direct;
    }

    private static List<Unit> ofKinds(List<Unit> units, List<KindWords> kinds) {
        return units.stream()
                .filter(unit -> kinds.stream().anyMatch(kind -> isOf(unit, kind)))
                .toList();
    }

    /** "Các thôn" are all villages, whatever they call themselves; "các xã" are no towns. */
    private static boolean isOf(Unit unit, KindWords kind) {
        return unit.kind() == kind.kind()
                && (unit.kind() == Kind.VILLAGE || KindWords.of(unit).equals(kind.word()));
    }

    /** The posts of that title in each of the units. */
    List<Target> posts(String head, List<Unit> units) {
        List<Target> found = new ArrayList<>();
        for (Unit unit : units) {
            for (Post post : directory.posts(unit.id(), day)) {
                String kind = KindWords.of(unit);
                String title = Names.key(post.title());
                boolean same =
                        without(title, Set.of(kind, Names.key(unit.name()))).contains(head)
                                || title.equals(head + " " + kind);
                if (post.unit().equals(unit.id()) && same) {
                    found.add(Target.post(unit.id(), unit.name(), post.title()));
                }
            }
        }
        return found;
    }

    List<Unit> children() {
        return children;
    }

    static Target unit(Unit unit) {
        return Target.unit(unit.id(), unit.name());
    }
}
