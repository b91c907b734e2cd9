package vn.thidua.plan.view.units;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.platform.scope.UnitTree;

/** Which units a question about one is about, and what they are called. Records keep the unit that they were made for. */
public final class UnitsOnDay {

    private final UnitTree tree;
    private final Supplier<Directory> directory;

    /** @param directory asked for with the first question */
    public UnitsOnDay(UnitTree tree, Supplier<Directory> directory) {
        this.tree = tree;
        this.directory = directory;
    }

    /**
     * A unit on a day.
     *
     * @param id of the one that answers: of the unit itself while it stands, else of its successor
     * @param formerly the unit that the record names, if another answers for it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NamedUnit(
            String id, String name, @Nullable FormerUnit formerly) {}

    /** A unit that has ended, by its last name. */
    public record FormerUnit(String id, String name) {}

    /** The unit and those that it alone answers for. */
    public Set<String> itself(String unit, LocalDate day) {
        Set<String> units = new LinkedHashSet<>(List.of(unit));
        tree.answeredWithin(unit, day).stream()
                .filter(each -> tree.answering(each, day).equals(unit))
                .forEach(units::add);
        return units;
    }

    /** The unit, all below it, and those that they answer for. */
    public Set<String> within(String unit, LocalDate day) {
        Set<String> units = new LinkedHashSet<>(List.of(unit));
        units.addAll(tree.answeredWithin(unit, day));
        return units;
    }

    /** The unit with its bodies and villages, which work under its name, and those that they answer for. */
    public Set<String> withOffices(String unit, LocalDate day) {
        Set<String> offices = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(unit));
        while (!open.isEmpty()) {
            String next = open.remove();
            if (offices.add(next)) {
                directory.get().children(next, day).stream()
                        .filter(each -> !isTier(each))
                        .forEach(each -> open.add(each.id()));
            }
        }
        Set<String> units = new LinkedHashSet<>(offices);
        tree.answeredWithin(unit, day).stream()
                .filter(each -> offices.contains(tree.answering(each, day)))
                .forEach(units::add);
        return units;
    }

    /** The unit that answers for it on the day. */
    public String answering(String unit, LocalDate day) {
        return tree.answering(unit, day);
    }

    /** What is above it, the nearest first. */
    public List<Directory.Unit> above(String unit, LocalDate day) {
        List<Directory.Unit> above = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        @Nullable
        String parent =
                unit(answering(unit, day), day).map(Directory.Unit::parent).orElse(null);
        while (parent != null && seen.add(parent)) {
            Optional<Directory.Unit> next = unit(parent, day);
            next.ifPresent(above::add);
            parent = next.map(Directory.Unit::parent).orElse(null);
        }
        return above;
    }

    /** Whether it is a tier of the administration: such units issue plans that answer those above. */
    public static boolean isTier(Directory.Unit unit) {
        return switch (unit.kind()) {
            case PROVINCE, DISTRICT, COMMUNE -> true;
            case VILLAGE, BODY -> false;
        };
    }

    /** The tier that the unit is, or for a body the one that it belongs to. */
    public Optional<Directory.Unit> tier(String unit, LocalDate day) {
        Optional<Directory.Unit> found = unit(answering(unit, day), day);
        return found.filter(UnitsOnDay::isTier)
                .or(() -> above(unit, day).stream().filter(UnitsOnDay::isTier).findFirst());
    }

    /** The tiers directly below a tier. */
    public List<Directory.Unit> tiersBelow(String tier, LocalDate day) {
        return directory.get().children(tier, day).stream()
                .filter(UnitsOnDay::isTier)
                .toList();
    }

    /** Those directly below it, of all kinds. */
    public List<Directory.Unit> children(String unit, LocalDate day) {
        return directory.get().children(unit, day);
    }

    public Optional<Directory.Unit> unit(String id, LocalDate day) {
        return directory.get().unit(id, day);
    }

    /** Its name on the day; its id, if nobody has told of it yet. */
    public String name(String unit, LocalDate day) {
        return unit(unit, day).map(Directory.Unit::name).orElse(unit);
    }

    public NamedUnit ref(String unit, LocalDate day) {
        String answering = tree.answering(unit, day);
        boolean ended = !answering.equals(unit)
                && unit(unit, day).map(each -> each.successor() != null).orElse(false);
        return ended
                ? new NamedUnit(answering, name(answering, day), new FormerUnit(unit, name(unit, day)))
                : new NamedUnit(unit, name(unit, day), null);
    }

    public List<NamedUnit> refs(Collection<String> units, LocalDate day) {
        return units.stream().map(unit -> ref(unit, day)).distinct().toList();
    }

    /** How far the tree's events have been heard of; for {@code X-As-Of}. */
    public long position() {
        return directory.get().position();
    }
}
