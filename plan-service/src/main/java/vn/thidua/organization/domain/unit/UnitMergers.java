package vn.thidua.organization.domain.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.unit.UnitCommand.Outcome;
import vn.thidua.organization.domain.unit.UnitEvent.Cause;
import vn.thidua.organization.domain.unit.UnitEvent.Member;
import vn.thidua.organization.domain.unit.UnitEvent.Moved;
import vn.thidua.organization.domain.unit.UnitEvent.Part;
import vn.thidua.platform.values.RejectedException;

/** Merge and split: one commit over all units touched. Posts are not touched; they follow the successor. */
public final class UnitMergers {

    private final Repository<Unit> units;
    private final Repository<UnitCode> codes;
    private final TierChain chain;
    private final Neighbours neighbours;
    private final String installation;

    public UnitMergers(
            Repository<Unit> units,
            Repository<UnitCode> codes,
            TierChain chain,
            Neighbours neighbours,
            String installation) {
        this.units = units;
        this.codes = codes;
        this.chain = chain;
        this.neighbours = neighbours;
        this.installation = installation;
    }

    @CommandHandler
    public void merge(UnitCommand.MergeUnits command) {
        Outcome into = command.into();
        LocalDate effective = command.effective();
        List<String> merged = command.merged();
        mustBeDistinct(merged, into.unit());
        if (merged.size() < (into.kind() == null ? 1 : 2)) {
            throw new RejectedException(new UnitRejection.TooFewUnits());
        }
        TreeAct act = new TreeAct(units, codes, chain, neighbours);
        act.lock(touched(merged, List.of(into), Set.of()));
        for (String id : merged) {
            act.tell(id, "units", unit -> {
                unit.mustBeAtHome(installation);
                unit.mustBeAbleToEnd(effective, "units");
            });
        }
        UnitKind kind = act.ask(merged.getFirst(), "units", Unit::kind);
        for (String id : merged) {
            if (act.ask(id, "units", Unit::kind) != kind) {
                throw new RejectedException(new UnitRejection.KindsDiffer());
            }
        }
        List<Moved> moved = new ArrayList<>();
        for (String id : merged) {
            for (Member child : act.ask(id, "units", unit -> unit.membersOn(effective))) {
                if (child.unit().equals(into.unit())) {
                    throw new RejectedException(new UnitRejection.CircleClosed());
                }
                if (!merged.contains(child.unit())) {
                    moved.add(new Moved(child.unit(), id, into.unit(), child.until()));
                }
            }
        }
        Part part = outcome(act, into, kind, effective, merged, new HashSet<>(merged));
        act.tell(into.unit(), "into", unit -> unit.absorb(part, merged, moved, effective));
        for (String id : merged) {
            act.detach(id, effective);
            act.tell(id, "units", unit -> unit.endIn(into.unit(), effective));
        }
        transfer(act, moved, effective, Cause.MERGER);
        act.finish();
    }

    @CommandHandler
    public void split(UnitCommand.SplitUnit command) {
        String id = command.unit();
        LocalDate effective = command.effective();
        List<String> partIds = command.parts().stream().map(Outcome::unit).toList();
        mustBeDistinct(partIds, id);
        boolean ended = command.successor() != null;
        if (command.parts().size() < (ended ? 2 : 1)) {
            throw new RejectedException(new UnitRejection.TooFewUnits());
        }
        if (ended && !partIds.contains(command.successor())) {
            throw new RejectedException(new UnitRejection.SuccessorNotAmongParts());
        }
        if (!partIds.containsAll(command.children().values())) {
            throw new RejectedException(new UnitRejection.NotBelow());
        }
        TreeAct act = new TreeAct(units, codes, chain, neighbours);
        act.lock(touched(List.of(id), command.parts(), command.children().keySet()));
        act.tell(id, "unit", unit -> {
            unit.mustBeAtHome(installation);
            unit.mustBeAbleToEnd(effective, "effective");
        });
        UnitKind kind = act.ask(id, "unit", Unit::kind);
        List<Member> below = act.ask(id, "unit", unit -> unit.membersOn(effective));
        List<Moved> moved = UnitActs.assign(id, below, command.children(), ended, effective);
        Set<String> closing = new HashSet<>(command.children().keySet());
        if (ended) {
            closing.add(id);
        }
        List<Part> parts = new ArrayList<>();
        for (Outcome outcome : command.parts()) {
            parts.add(described(act, outcome, kind, effective, closing));
        }
        if (ended) {
            act.detach(id, effective);
        }
        act.tell(id, "unit", unit -> unit.split(command.successor(), parts, moved, effective));
        for (Part part : parts) {
            if (part.established()) {
                act.begin(part.unit(), formed(part, effective, List.of(id)));
            } else {
                act.tell(part.unit(), "parts", unit -> unit.takePart(part, effective));
            }
        }
        transfer(act, moved, effective, Cause.SPLIT);
        act.finish();
    }

    /** Begins a new one, or checks the one that stands. */
    private Part outcome(
            TreeAct act, Outcome outcome, UnitKind kind, LocalDate effective, List<String> of, Set<String> closing) {
        Part part = described(act, outcome, kind, effective, closing);
        if (outcome.kind() != null) {
            act.begin(outcome.unit(), formed(part, effective, of));
        }
        return part;
    }

    private Part described(TreeAct act, Outcome outcome, UnitKind kind, LocalDate effective, Set<String> closing) {
        if (outcome.kind() == null) {
            UnitKind standing = act.ask(outcome.unit(), "into", Unit::kind);
            act.tell(outcome.unit(), "into", unit -> {
                unit.mustBeAtHome(installation);
                unit.mustExistOn(effective, "into");
            });
            if (standing != kind) {
                throw new RejectedException(new UnitRejection.KindsDiffer());
            }
            if (kind == UnitKind.BODY) {
                act.mustNotCloseCircle(closing, outcome.unit(), outcome.unit(), effective);
            }
            return act.renamed(outcome.unit(), outcome.name(), outcome.code(), effective);
        }
        if (outcome.kind() != kind) {
            throw new RejectedException(new UnitRejection.KindsDiffer());
        }
        String name = act.name(outcome.name());
        String code = act.code(outcome.code());
        if (kind == UnitKind.BODY && outcome.parent() != null) {
            act.mustNotCloseCircle(closing, outcome.unit(), outcome.parent(), effective);
        }
        act.place(outcome.unit(), kind, outcome.parent(), effective, null);
        act.takeCode(code, outcome.unit(), effective, null);
        return new Part(outcome.unit(), true, kind, code, name, outcome.parent(), installation);
    }

    private static UnitEvent.UnitFormed formed(Part part, LocalDate effective, List<String> of) {
        return new UnitEvent.UnitFormed(
                part.unit(), part.kind(), part.code(), part.name(), part.parent(), effective, part.home(), of);
    }

    private static void transfer(TreeAct act, List<Moved> moved, LocalDate effective, Cause cause) {
        for (Moved child : moved) {
            act.tell(child.unit(), "children", unit -> unit.transfer(child, effective, cause));
            act.join(child.to(), new Member(child.unit(), effective, child.until()));
        }
    }

    private static void mustBeDistinct(List<String> ids, @Nullable String other) {
        Set<String> all = new HashSet<>(ids);
        if (all.size() < ids.size() || (other != null && all.contains(other))) {
            throw new RejectedException(new UnitRejection.NamedTwice());
        }
    }

    private Set<String> touched(List<String> ending, List<Outcome> outcomes, Set<String> children) {
        Set<String> ids = new HashSet<>(ending);
        ids.addAll(children);
        for (String id : ending) {
            ids.addAll(neighbours.parentsOf(id));
            ids.addAll(neighbours.childrenOf(id));
        }
        for (Outcome outcome : outcomes) {
            if (outcome.kind() == null) {
                ids.add(outcome.unit());
            }
            if (outcome.parent() != null) {
                ids.add(outcome.parent());
            }
        }
        return ids;
    }
}
