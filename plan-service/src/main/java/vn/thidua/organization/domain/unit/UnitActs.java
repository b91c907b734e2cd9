package vn.thidua.organization.domain.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import vn.thidua.organization.domain.Spans;
import vn.thidua.organization.domain.unit.UnitCommand.EstablishUnit;
import vn.thidua.organization.domain.unit.UnitCommand.Placement;
import vn.thidua.organization.domain.unit.UnitEvent.Member;
import vn.thidua.organization.domain.unit.UnitEvent.Moved;
import vn.thidua.platform.values.RejectedException;

/**
 * Acts on the tree that touch more than one aggregate: the unit, its parents, its codes. All of an act is one unit of work
 * and so one commit. The unit the act is about gets its event first: the answer names it.
 */
public final class UnitActs {

    private final Repository<Unit> units;
    private final Repository<UnitCode> codes;
    private final TierChain chain;
    private final Neighbours neighbours;
    private final String installation;

    /** @param installation this one: it accepts commands for its own units only */
    public UnitActs(
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
    public void establish(EstablishUnit command) {
        establish(new UnitCommand.EstablishUnits(List.of(command)));
    }

    @CommandHandler
    public void establish(UnitCommand.EstablishUnits command) {
        TreeAct act = new TreeAct(units, codes, chain, neighbours);
        Set<String> parents = new HashSet<>();
        for (EstablishUnit row : command.units()) {
            if (row.parent() != null) {
                parents.add(row.parent());
            }
            row.later().forEach(placement -> parents.add(placement.parent()));
        }
        command.units().forEach(row -> parents.remove(row.unit()));
        act.lock(parents);
        command.units().forEach(row -> establish(act, row));
        act.finish();
    }

    private void establish(TreeAct act, EstablishUnit row) {
        String name = act.name(row.name());
        String code = act.code(row.code());
        if (Spans.end(row.until()).isBefore(row.effective())) {
            throw new RejectedException(new UnitRejection.PeriodReversed());
        }
        List<Member> placements = placements(row);
        act.begin(
                row.unit(),
                new UnitEvent.UnitEstablished(
                        row.unit(),
                        row.kind(),
                        code,
                        name,
                        row.parent(),
                        row.effective(),
                        row.until(),
                        installation,
                        row.importId()));
        LocalDate first = row.effective();
        if (row.parent() == null) {
            act.place(row.unit(), row.kind(), null, first, row.until());
        }
        for (Member placement : placements) {
            act.place(row.unit(), row.kind(), placement.unit(), placement.from(), placement.until());
            if (!placement.from().equals(first)) {
                act.tell(row.unit(), "unit", unit -> unit.move(placement.unit(), placement.from()));
            }
        }
        act.takeCode(code, row.unit(), first, row.until());
    }

    private static List<Member> placements(EstablishUnit row) {
        List<Placement> in = new ArrayList<>();
        if (row.parent() != null) {
            in.add(new Placement(row.parent(), row.effective()));
        }
        in.addAll(row.later());
        List<Member> out = new ArrayList<>();
        for (int i = 0; i < in.size(); i++) {
            LocalDate from = in.get(i).from();
            LocalDate last = i + 1 < in.size() ? in.get(i + 1).from().minusDays(1) : Spans.end(row.until());
            if (last.isBefore(from) || from.isBefore(row.effective())) {
                throw new RejectedException(new UnitRejection.PeriodReversed());
            }
            out.add(new Member(in.get(i).parent(), from, Spans.orOpen(last)));
        }
        return out;
    }

    @CommandHandler
    public void rename(UnitCommand.RenameUnit command) {
        TreeAct act = new TreeAct(units, codes, chain, neighbours);
        act.tell(command.unit(), "unit", unit -> {
            unit.mustBeAtHome(installation);
            unit.mustExistOn(command.effective(), "effective");
        });
        UnitEvent.Part part = act.renamed(command.unit(), command.name(), command.code(), command.effective());
        act.tell(command.unit(), "unit", unit -> unit.rename(part.name(), part.code(), command.effective()));
        act.finish();
    }

    @CommandHandler
    public void move(UnitCommand.MoveUnit command) {
        TreeAct act = new TreeAct(units, codes, chain, neighbours);
        String id = command.unit();
        Set<String> ids = new HashSet<>(neighbours.parentsOf(id));
        ids.addAll(List.of(id, command.parent()));
        act.lock(ids);
        UnitKind kind = act.ask(id, "unit", Unit::kind);
        String from = act.ask(id, "unit", unit -> unit.parentOn(command.effective()));
        LocalDate until = act.ask(id, "unit", unit -> unit.endOfParentOn(command.effective()));
        act.tell(id, "unit", unit -> {
            unit.mustBeAtHome(installation);
            unit.move(command.parent(), command.effective());
        });
        if (kind == UnitKind.BODY) {
            act.mustNotCloseCircle(Set.of(id), id, command.parent(), command.effective());
        }
        act.place(id, kind, command.parent(), command.effective(), until);
        if (from != null) {
            act.leave(from, new Member(id, command.effective(), until));
        }
        act.finish();
    }

    @CommandHandler
    public void dissolve(UnitCommand.DissolveUnit command) {
        TreeAct act = new TreeAct(units, codes, chain, neighbours);
        String id = command.unit();
        LocalDate effective = command.effective();
        Set<String> ids = new HashSet<>(neighbours.parentsOf(id));
        ids.add(id);
        ids.addAll(command.children().keySet());
        ids.addAll(command.children().values());
        if (command.successor() != null) {
            ids.add(command.successor());
        }
        act.lock(ids);
        act.tell(id, "unit", unit -> {
            unit.mustBeAtHome(installation);
            unit.mustBeAbleToEnd(effective, "effective");
        });
        if (command.successor() != null) {
            mustStandBeside(act, id, command.successor(), effective);
        }
        List<Member> below = act.ask(id, "unit", unit -> unit.membersOn(effective));
        List<Moved> moved = assign(id, below, command.children(), true, effective);
        act.detach(id, effective);
        act.tell(id, "unit", unit -> unit.dissolve(command.successor(), moved, effective));
        for (Moved child : moved) {
            UnitKind kind = act.ask(child.unit(), "children", Unit::kind);
            if (kind == UnitKind.BODY) {
                act.mustNotCloseCircle(Set.of(child.unit(), id), child.unit(), child.to(), effective);
            }
            act.place(child.unit(), kind, child.to(), effective, child.until());
            act.tell(child.unit(), "children", unit -> unit.transfer(child, effective, UnitEvent.Cause.DISSOLUTION));
        }
        if (command.successor() != null) {
            act.tell(command.successor(), "successor", unit -> unit.refer(null));
        }
        act.finish();
    }

    private static void mustStandBeside(TreeAct act, String id, String successor, LocalDate effective) {
        if (successor.equals(id)) {
            throw new RejectedException(new UnitRejection.NamedTwice());
        }
        act.tell(successor, "successor", unit -> unit.mustExistOn(effective, "successor"));
    }

    /** Gives those below their places; with {@code all}, nobody may be left. */
    static List<Moved> assign(
            String unit, List<Member> below, Map<String, String> places, boolean all, LocalDate effective) {
        List<Moved> moved = new ArrayList<>();
        int without = 0;
        for (Member child : below) {
            String place = places.get(child.unit());
            if (place == null) {
                without++;
            } else {
                moved.add(new Moved(child.unit(), unit, place, child.until()));
            }
        }
        if (moved.size() < places.size()) {
            throw new RejectedException(new UnitRejection.NotBelow());
        }
        if (all && without > 0) {
            throw new RejectedException(new UnitRejection.UnitsBelowWithoutPlace(without, effective));
        }
        return moved;
    }

    @CommandHandler
    public void withdraw(UnitCommand.WithdrawUnits command) {
        TreeAct act = new TreeAct(units, codes, chain, neighbours);
        Set<String> ids = new HashSet<>(command.units());
        command.units().forEach(id -> ids.addAll(neighbours.parentsOf(id)));
        act.lock(ids);
        for (String id : command.units()) {
            LocalDate from = act.ask(id, "units", Unit::from);
            act.tell(id, "units", unit -> unit.mustBeAtHome(installation));
            act.detach(id, from);
            act.tell(id, "units", Unit::withdraw);
            // the parents must have let it go before they are withdrawn themselves
            act.finish();
        }
    }
}
