package vn.thidua.organization.domain.unit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a unit. An act over several units is one commit with an event for each of them. */
public sealed interface UnitEvent {

    /** Id of the unit whose stream it stands in. */
    String unit();

    /** Why a unit ended, or moved without an act of its own. */
    enum Cause {
        MERGER,
        SPLIT,
        DISSOLUTION
    }

    /** A unit below another, with the days: {@code until} is the last one, null without end. */
    record Member(String unit, LocalDate from, @Nullable LocalDate until) {}

    /** A unit that an act gave another parent. */
    record Moved(
            String unit, String from, String to, @Nullable LocalDate until) {}

    /** A unit as an act over several left it. */
    record Part(
            String unit,
            boolean established,
            UnitKind kind,
            String code,
            String name,
            @Nullable String parent,
            String home) {}

    record UnitEstablished(
            String unit,
            UnitKind kind,
            String code,
            String name,
            @Nullable String parent,
            LocalDate effective,
            @Nullable LocalDate until,
            String home,
            @Nullable String importId)
            implements UnitEvent {}

    /** It came out of a merge or a split; {@code of} are the units it was made of. */
    record UnitFormed(
            String unit,
            UnitKind kind,
            String code,
            String name,
            @Nullable String parent,
            LocalDate effective,
            String home,
            List<String> of)
            implements UnitEvent {
        public UnitFormed {
            of = List.copyOf(of);
        }
    }

    record UnitRenamed(String unit, UnitKind kind, String name, String code, LocalDate effective)
            implements UnitEvent {}

    record UnitMoved(
            String unit,
            UnitKind kind,
            @Nullable String from,
            String to,
            LocalDate effective,
            @Nullable LocalDate until)
            implements UnitEvent {}

    /** It goes where an act on its parent sent it. */
    record UnitTransferred(
            String unit,
            String from,
            String to,
            LocalDate effective,
            @Nullable LocalDate until,
            Cause cause) implements UnitEvent {}

    /** In the stream of the unit that goes on. */
    record UnitsMerged(String unit, Part into, List<String> merged, List<Moved> moved, LocalDate effective)
            implements UnitEvent {
        public UnitsMerged {
            merged = List.copyOf(merged);
            moved = List.copyOf(moved);
        }
    }

    /** In the stream of a unit that was merged into another. */
    record UnitEnded(String unit, String successor, LocalDate effective, Cause cause) implements UnitEvent {}

    record UnitSplit(
            String unit,
            boolean ended,
            @Nullable String successor,
            List<Part> parts,
            List<Moved> moved,
            LocalDate effective)
            implements UnitEvent {
        public UnitSplit {
            parts = List.copyOf(parts);
            moved = List.copyOf(moved);
        }
    }

    record UnitDissolved(String unit, @Nullable String successor, List<Moved> moved, LocalDate effective)
            implements UnitEvent {
        public UnitDissolved {
            moved = List.copyOf(moved);
        }
    }

    /** It had been recorded in error: it never was. */
    record UnitWithdrawn(String unit, LocalDate effective) implements UnitEvent {}

    /** Units came below it: it must know them, for it cannot end before they have a place. */
    record MembersJoined(String unit, List<Member> members) implements UnitEvent {
        public MembersJoined {
            members = List.copyOf(members);
        }
    }

    record MembersLeft(String unit, List<Member> members) implements UnitEvent {
        public MembersLeft {
            members = List.copyOf(members);
        }
    }

    /** A branch was hung in somewhere below: two such acts at once must not close a circle. */
    record BranchGrew(String unit, String branch) implements UnitEvent {}

    /** A post was held in it for the first time: it cannot be withdrawn any more. */
    record UnitReferred(String unit) implements UnitEvent {}
}
