package vn.thidua.organization.domain.unit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.Spans;
import vn.thidua.organization.domain.Timeline;
import vn.thidua.organization.domain.unit.UnitEvent.Cause;
import vn.thidua.organization.domain.unit.UnitEvent.Member;
import vn.thidua.organization.domain.unit.UnitEvent.Moved;
import vn.thidua.organization.domain.unit.UnitEvent.Part;
import vn.thidua.platform.values.RejectedException;

/**
 * One unit through time: its names and codes, where it stood, and what stood below it. It decides what concerns it alone;
 * {@link UnitActs} and {@link UnitMergers} bring several together in one commit.
 */
public class Unit {

    /** Name and code from a day on. */
    record Naming(String name, String code) {}

    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init") // Axon takes the id from the first event; it must not find another one before
    private String id;

    private UnitKind kind = UnitKind.BODY;
    private String home = "";
    private LocalDate from = LocalDate.MIN;
    private @Nullable LocalDate until;
    private @Nullable String importId;
    private boolean withdrawn;
    private boolean referred;
    private final Timeline<Naming> namings = new Timeline<>();
    private final Timeline<String> parents = new Timeline<>();
    private final Map<String, Spans> members = new HashMap<>();

    /** For Axon, before the stream is read. */
    protected Unit() {}

    static Unit beginning(UnitEvent first) {
        Unit unit = new Unit();
        apply(first);
        return unit;
    }

    // what it knows

    public String id() {
        return id;
    }

    public UnitKind kind() {
        return kind;
    }

    public String home() {
        return home;
    }

    LocalDate from() {
        return from;
    }

    @Nullable
    LocalDate until() {
        return until;
    }

    @Nullable
    String importId() {
        return importId;
    }

    public boolean existsOn(LocalDate day) {
        return !withdrawn && !day.isBefore(from) && !day.isAfter(Spans.end(until));
    }

    Naming namingOn(LocalDate day) {
        Naming naming = namings.on(day);
        if (naming == null) {
            throw new IllegalStateException("a unit has a name from its first day on");
        }
        return naming;
    }

    /** Last day on which a naming that begins on that day would hold. */
    @Nullable
    LocalDate endOfNamingOn(LocalDate day) {
        return earlier(namings.endOfValueOn(day), until);
    }

    @Nullable
    String parentOn(LocalDate day) {
        return parents.on(day);
    }

    /** Last day on which a parent that begins on that day would hold. */
    @Nullable
    LocalDate endOfParentOn(LocalDate day) {
        return earlier(parents.endOfValueOn(day), until);
    }

    boolean changesParentOn(LocalDate day) {
        return parents.beginsOn(day) || day.equals(from);
    }

    /** Every parent it stands under from that day on, with the days. */
    List<Member> placementsFrom(LocalDate day) {
        List<Member> placements = new ArrayList<>();
        parents.all().forEach((first, parent) -> {
            LocalDate last = Spans.end(endOfParentOn(first));
            LocalDate begin = first.isBefore(day) ? day : first;
            if (!last.isBefore(begin)) {
                placements.add(new Member(parent, begin, Spans.orOpen(last)));
            }
        });
        return placements;
    }

    /** Every code it has from that day on, with the days. */
    List<Member> codesFrom(LocalDate day) {
        List<Member> codes = new ArrayList<>();
        namings.all().forEach((first, naming) -> {
            LocalDate last = Spans.end(endOfNamingOn(first));
            LocalDate begin = first.isBefore(day) ? day : first;
            if (!last.isBefore(begin)) {
                codes.add(new Member(naming.code(), begin, Spans.orOpen(last)));
            }
        });
        return codes;
    }

    /** What is below it on that day, in order of id, each with the last day it stays. */
    List<Member> membersOn(LocalDate day) {
        List<Member> there = new ArrayList<>();
        new TreeMap<>(members).forEach((child, days) -> {
            LocalDate last = days.endOfStretchAt(day);
            if (last != null) {
                there.add(new Member(child, day, Spans.orOpen(last)));
            }
        });
        return there;
    }

    /** Whether anything is recorded that happens to it after that day. */
    boolean changesAfter(LocalDate day) {
        return namings.changesAfter(day)
                || parents.changesAfter(day)
                || members.values().stream().anyMatch(days -> days.beginsAfter(day));
    }

    boolean isReferredTo() {
        return referred || members.values().stream().anyMatch(days -> !days.isEmpty());
    }

    // what it refuses and does

    /** It must accept commands here, and be there on that day. */
    void mustExistOn(LocalDate day, String field) {
        if (!existsOn(day)) {
            throw new RejectedException(new UnitRejection.UnitNotThere(field, day));
        }
    }

    void mustBeAtHome(String installation) {
        if (!home.equals(installation)) {
            throw new RejectedException(new UnitRejection.NotAtHome());
        }
    }

    /** An act that ends it: it was there before, and nothing is recorded for later. */
    void mustBeAbleToEnd(LocalDate effective, String field) {
        mustExistOn(effective, field);
        if (!from.isBefore(effective)) {
            throw new RejectedException(new UnitRejection.UnitNotThere(field, effective.minusDays(1)));
        }
        if (changesAfter(effective)) {
            throw new RejectedException(new UnitRejection.LaterActStands(effective));
        }
    }

    void rename(String name, String code, LocalDate effective) {
        mustExistOn(effective, "effective");
        if (namingOn(effective).equals(new Naming(name, code))) {
            throw new RejectedException(new UnitRejection.NothingChanges());
        }
        apply(new UnitEvent.UnitRenamed(id, kind, name, code, effective));
    }

    void move(String to, LocalDate effective) {
        mustExistOn(effective, "effective");
        String standing = parents.on(effective);
        if (changesParentOn(effective) || to.equals(standing)) {
            throw new RejectedException(new UnitRejection.AlreadyThere());
        }
        apply(new UnitEvent.UnitMoved(id, kind, standing, to, effective, endOfParentOn(effective)));
    }

    void transfer(Moved moved, LocalDate effective, Cause cause) {
        apply(new UnitEvent.UnitTransferred(id, moved.from(), moved.to(), effective, moved.until(), cause));
    }

    void absorb(Part into, List<String> merged, List<Moved> moved, LocalDate effective) {
        apply(new UnitEvent.UnitsMerged(id, into, merged, moved, effective));
    }

    void endIn(String successor, LocalDate effective) {
        apply(new UnitEvent.UnitEnded(id, successor, effective, Cause.MERGER));
    }

    void split(@Nullable String successor, List<Part> parts, List<Moved> moved, LocalDate effective) {
        apply(new UnitEvent.UnitSplit(id, successor != null, successor, parts, moved, effective));
    }

    /** It stood before, and gets a part of another, perhaps with another name. */
    void takePart(Part part, LocalDate effective) {
        if (!namingOn(effective).equals(new Naming(part.name(), part.code()))) {
            rename(part.name(), part.code(), effective);
        }
        refer(null);
    }

    void dissolve(@Nullable String successor, List<Moved> moved, LocalDate effective) {
        apply(new UnitEvent.UnitDissolved(id, successor, moved, effective));
    }

    void withdraw() {
        if (isReferredTo()) {
            throw new RejectedException(new UnitRejection.StillReferredTo());
        }
        apply(new UnitEvent.UnitWithdrawn(id, from));
    }

    void takeIn(List<Member> joined) {
        apply(new UnitEvent.MembersJoined(id, joined));
    }

    void letGo(List<Member> left) {
        apply(new UnitEvent.MembersLeft(id, left));
    }

    void growBranch(String branch) {
        apply(new UnitEvent.BranchGrew(id, branch));
    }

    /** A post is held in it; one that came with the same import may be withdrawn together with it. */
    public void refer(@Nullable String byImport) {
        if (!referred && (byImport == null || !byImport.equals(importId))) {
            apply(new UnitEvent.UnitReferred(id));
        }
    }

    // what happened

    @EventSourcingHandler
    void on(UnitEvent event) {
        switch (event) {
            case UnitEvent.UnitEstablished e -> {
                begin(e.unit(), e.kind(), e.home(), e.effective(), new Naming(e.name(), e.code()), e.parent());
                until = e.until();
                importId = e.importId();
            }
            case UnitEvent.UnitFormed e -> {
                begin(e.unit(), e.kind(), e.home(), e.effective(), new Naming(e.name(), e.code()), e.parent());
                referred = true;
            }
            case UnitEvent.UnitRenamed e -> namings.put(e.effective(), new Naming(e.name(), e.code()));
            case UnitEvent.UnitMoved e -> parents.put(e.effective(), e.to());
            case UnitEvent.UnitTransferred e -> parents.put(e.effective(), e.to());
            case UnitEvent.UnitsMerged e -> {
                referred = true;
                Naming naming = new Naming(e.into().name(), e.into().code());
                if (!naming.equals(namings.on(e.effective()))) {
                    namings.put(e.effective(), naming);
                }
            }
            case UnitEvent.UnitEnded e -> end(e.effective());
            case UnitEvent.UnitSplit e -> {
                referred = true;
                if (e.ended()) {
                    end(e.effective());
                } else {
                    e.moved().forEach(moved -> leave(moved.unit(), e.effective(), null));
                }
            }
            case UnitEvent.UnitDissolved e -> end(e.effective());
            case UnitEvent.UnitWithdrawn _ -> withdrawn = true;
            case UnitEvent.MembersJoined e ->
                e.members().forEach(member -> members.computeIfAbsent(member.unit(), _ -> new Spans())
                        .add(member.from(), member.until()));
            case UnitEvent.MembersLeft e ->
                e.members().forEach(member -> leave(member.unit(), member.from(), member.until()));
            case UnitEvent.BranchGrew _ -> {}
            case UnitEvent.UnitReferred _ -> referred = true;
        }
    }

    private void begin(
            String unit, UnitKind unitKind, String at, LocalDate first, Naming naming, @Nullable String parent) {
        id = unit;
        kind = unitKind;
        home = at;
        from = first;
        namings.put(first, naming);
        if (parent != null) {
            parents.put(first, parent);
        }
    }

    private void end(LocalDate effective) {
        until = effective.minusDays(1);
        referred = true;
        members.keySet().stream().toList().forEach(child -> leave(child, effective, null));
    }

    private void leave(String child, LocalDate first, @Nullable LocalDate last) {
        Spans days = members.get(child);
        if (days != null) {
            days.subtract(first, last);
            if (days.isEmpty()) {
                members.remove(child);
            }
        }
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
        return Spans.end(a).isBefore(Spans.end(b)) ? a : b;
    }
}
