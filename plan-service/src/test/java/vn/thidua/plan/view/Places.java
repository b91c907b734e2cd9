package vn.thidua.plan.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.platform.scope.DatedTree;
import vn.thidua.platform.scope.UnitHistory;

/** Some units with their tree. */
public final class Places implements Directory {

    private static final LocalDate BEGIN = LocalDate.of(2020, 1, 1);

    private final Map<String, UnitHistory> units = new LinkedHashMap<>();
    private final Map<String, Kind> kinds = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    public Places unit(String id, Kind kind, String name, @Nullable String parent) {
        return unit(id, kind, name, parent, BEGIN);
    }

    public Places unit(String id, Kind kind, String name, @Nullable String parent, LocalDate from) {
        units.put(id, UnitHistory.of(id).established(parent, from, null));
        kinds.put(id, kind);
        names.put(id, name);
        return this;
    }

    /** It is no more from that day on, and another answers for it. */
    public Places merged(String id, String into, LocalDate effective) {
        units.computeIfPresent(id, (_, unit) -> unit.ended(effective, into));
        return this;
    }

    public DatedTree tree() {
        return DatedTree.of(units.values());
    }

    @Override
    public Optional<Unit> unit(String id, LocalDate day) {
        UnitHistory unit = units.get(id);
        if (unit == null) {
            return Optional.empty();
        }
        boolean stands = !day.isBefore(unit.from()) && (unit.end() == null || day.isBefore(unit.end()));
        boolean ended = unit.end() != null && !day.isBefore(unit.end());
        return Optional.of(new Unit(
                id,
                Objects.requireNonNull(kinds.get(id)),
                id,
                Objects.requireNonNull(names.get(id)),
                unit.parents().firstEntry().getValue(),
                stands,
                ended ? tree().answering(id, day) : null));
    }

    @Override
    public List<Unit> children(String unit, LocalDate day) {
        List<Unit> children = new ArrayList<>();
        units.keySet().forEach(id -> unit(id, day)
                .filter(each -> each.stands() && unit.equals(each.parent()))
                .ifPresent(children::add));
        return children;
    }

    @Override
    public List<Unit> subtree(String unit, LocalDate day) {
        return tree().subtree(unit, day).stream()
                .flatMap(id -> unit(id, day).stream())
                .toList();
    }

    @Override
    public List<Post> posts(String unit, LocalDate day) {
        return List.of();
    }

    @Override
    public List<Group> groups(String unit, LocalDate day) {
        return List.of();
    }

    @Override
    public Optional<Group> group(String id, LocalDate day) {
        return Optional.empty();
    }

    @Override
    public long position() {
        return 0;
    }
}
