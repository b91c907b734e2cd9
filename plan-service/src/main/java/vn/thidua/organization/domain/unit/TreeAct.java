package vn.thidua.organization.domain.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.Spans;
import vn.thidua.organization.domain.unit.UnitEvent.Member;
import vn.thidua.organization.domain.unit.UnitEvent.Part;
import vn.thidua.platform.values.RejectedException;

/**
 * One act on the tree, inside one unit of work: the units it has opened, and what their parents and codes will be told at
 * its end. Codes are freed before they are taken, so that a merged unit may hand on its code on the same day.
 */
final class TreeAct {

    static final int NAME_MOST = 300;
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,39}");

    private record CodeChange(
            String code,
            String unit,
            LocalDate from,
            @Nullable LocalDate until) {}

    private final Repository<Unit> units;
    private final Repository<UnitCode> codes;
    private final TierChain chain;
    private final Neighbours neighbours;
    private final Map<String, Aggregate<Unit>> open = new HashMap<>();
    private final Map<String, List<Member>> joins = new TreeMap<>();
    private final Map<String, Set<String>> grown = new TreeMap<>();
    private final Map<String, List<Member>> leaves = new TreeMap<>();
    private final Map<String, List<CodeChange>> freed = new TreeMap<>();
    private final Map<String, List<CodeChange>> taken = new TreeMap<>();

    TreeAct(Repository<Unit> units, Repository<UnitCode> codes, TierChain chain, Neighbours neighbours) {
        this.units = units;
        this.codes = codes;
        this.chain = chain;
        this.neighbours = neighbours;
    }

    /** Opens what is there, in order of id, so that two acts cannot wait for each other. */
    void lock(Collection<String> ids) {
        for (String id : new TreeSet<>(ids)) {
            try {
                open.put(id, units.load(id));
            } catch (AggregateNotFoundException _) {
                // whoever needs it will say which field named it
            }
        }
    }

    Aggregate<Unit> unit(String id, String field) {
        Aggregate<Unit> known = open.get(id);
        if (known != null) {
            return known;
        }
        try {
            Aggregate<Unit> loaded = units.load(id);
            open.put(id, loaded);
            return loaded;
        } catch (AggregateNotFoundException _) {
            throw new RejectedException(new UnitRejection.UnknownUnit(field));
        }
    }

    <R> R ask(String id, String field, Function<Unit, R> question) {
        return unit(id, field).invoke(question);
    }

    void tell(String id, String field, Consumer<Unit> act) {
        unit(id, field).execute(act);
    }

    void begin(String id, UnitEvent first) {
        try {
            open.put(id, units.newInstance(() -> Unit.beginning(first)));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a unit begins without checked exceptions", e);
        }
    }

    String name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw new RejectedException(new UnitRejection.TextMissing("name"));
        }
        if (name.length() > NAME_MOST) {
            throw new RejectedException(new UnitRejection.TextTooLong("name", NAME_MOST));
        }
        return name;
    }

    String code(@Nullable String code) {
        if (code == null || code.isBlank()) {
            throw new RejectedException(new UnitRejection.TextMissing("code"));
        }
        if (!CODE.matcher(code).matches()) {
            throw new RejectedException(new UnitRejection.CodeMalformed());
        }
        return code;
    }

    /** The parent must be there all those days and be of a kind that may stand above; it will be told at the end. */
    void place(String child, UnitKind kind, @Nullable String parent, LocalDate from, @Nullable LocalDate until) {
        if (parent == null) {
            if (!chain.mayStandAlone(kind, from)) {
                throw new RejectedException(new UnitRejection.ParentMissing(kind, from));
            }
            return;
        }
        tell(parent, "parent", above -> {
            above.mustExistOn(from, "parent");
            LocalDate end = above.until();
            if (end != null && end.isBefore(Spans.end(until))) {
                throw new RejectedException(new UnitRejection.ParentEndsEarlier(end));
            }
            if (!chain.mayStandUnder(kind, above.kind(), from)) {
                throw new RejectedException(new UnitRejection.KindsDoNotFit(kind, above.kind(), from));
            }
        });
        joins.computeIfAbsent(parent, _ -> new ArrayList<>()).add(new Member(child, from, until));
    }

    /** A unit that an act moves from a parent to another of the same kind, or that a merge takes along. */
    void join(String parent, Member member) {
        joins.computeIfAbsent(parent, _ -> new ArrayList<>()).add(member);
    }

    void leave(String parent, Member member) {
        leaves.computeIfAbsent(parent, _ -> new ArrayList<>()).add(member);
    }

    /**
     * Walks up from a parent, through every unit that stands above it from that day on. Only bodies may stand under their
     * like, so only they can close a circle; each one met gets an event, so that two such acts at once cannot.
     */
    void mustNotCloseCircle(Set<String> below, String branch, String parent, LocalDate from) {
        Set<String> met = new HashSet<>();
        List<String> next = new ArrayList<>(List.of(parent));
        while (!next.isEmpty()) {
            String id = next.removeLast();
            if (below.contains(id)) {
                throw new RejectedException(new UnitRejection.CircleClosed());
            }
            if (met.add(id) && ask(id, "parent", Unit::kind) == UnitKind.BODY) {
                grown.computeIfAbsent(id, _ -> new TreeSet<>()).add(branch);
                ask(id, "parent", body -> body.placementsFrom(from)).forEach(above -> next.add(above.unit()));
            }
        }
    }

    void takeCode(String code, String unit, LocalDate from, @Nullable LocalDate until) {
        taken.computeIfAbsent(UnitCode.idOf(code), _ -> new ArrayList<>()).add(new CodeChange(code, unit, from, until));
    }

    void freeCode(String code, String unit, LocalDate from, @Nullable LocalDate until) {
        freed.computeIfAbsent(UnitCode.idOf(code), _ -> new ArrayList<>()).add(new CodeChange(code, unit, from, until));
    }

    /** A unit that stands gets a name, a code, or both; whoever called has checked that it is there. */
    Part renamed(String id, @Nullable String name, @Nullable String code, LocalDate effective) {
        return ask(id, "unit", unit -> {
            Unit.Naming old = unit.namingOn(effective);
            String newName = name == null ? old.name() : name(name);
            String newCode = code == null ? old.code() : code(code);
            if (!newCode.equals(old.code())) {
                freeCode(old.code(), id, effective, unit.endOfNamingOn(effective));
                takeCode(newCode, id, effective, unit.endOfNamingOn(effective));
            }
            return new Part(id, false, unit.kind(), newCode, newName, unit.parentOn(effective), unit.home());
        });
    }

    /** Parents lose it and its codes are free from that day on. */
    void detach(String id, LocalDate from) {
        Aggregate<Unit> unit = unit(id, "unit");
        unit.invoke(u -> u.placementsFrom(from))
                .forEach(above -> leave(above.unit(), new Member(id, above.from(), above.until())));
        unit.invoke(u -> u.codesFrom(from)).forEach(held -> freeCode(held.unit(), id, held.from(), held.until()));
    }

    /** Tells parents and codes, in order of id. */
    void finish() {
        grown.forEach((body, branches) ->
                branches.forEach(branch -> tell(body, "parent", above -> above.growBranch(branch))));
        Set<String> parents = new TreeSet<>(leaves.keySet());
        parents.addAll(joins.keySet());
        for (String parent : parents) {
            tell(parent, "parent", above -> {
                if (leaves.containsKey(parent)) {
                    above.letGo(leaves.getOrDefault(parent, List.of()));
                }
                if (joins.containsKey(parent)) {
                    above.takeIn(joins.getOrDefault(parent, List.of()));
                }
            });
        }
        Set<String> reservations = new TreeSet<>(freed.keySet());
        reservations.addAll(taken.keySet());
        reservations.forEach(this::settle);
        grown.clear();
        leaves.clear();
        joins.clear();
        freed.clear();
        taken.clear();
    }

    private void settle(String reservation) {
        List<CodeChange> frees = freed.getOrDefault(reservation, List.of());
        List<CodeChange> takes = taken.getOrDefault(reservation, List.of());
        if (frees.isEmpty() && !neighbours.mayBeKnown(takes.getFirst().code())) {
            Aggregate<UnitCode> code = begun(takes.getFirst());
            take(code, takes.subList(1, takes.size()));
            return;
        }
        Aggregate<UnitCode> code = codeOf(reservation);
        code.execute(held ->
                frees.forEach(change -> held.free(change.code(), change.unit(), change.from(), change.until())));
        take(code, takes);
    }

    private static void take(Aggregate<UnitCode> code, List<CodeChange> takes) {
        code.execute(held ->
                takes.forEach(change -> held.take(change.code(), change.unit(), change.from(), change.until())));
    }

    private Aggregate<UnitCode> begun(CodeChange first) {
        try {
            return codes.newInstance(() -> UnitCode.beginning(first.code(), first.unit(), first.from(), first.until()));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a code begins without checked exceptions", e);
        }
    }

    private Aggregate<UnitCode> codeOf(String reservation) {
        try {
            return codes.loadOrCreate(reservation, UnitCode::new);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a code begins without checked exceptions", e);
        }
    }
}
