package vn.thidua.organization.domain.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of the tree. {@code effective} is the first day of what is new; the past is allowed. */
public sealed interface UnitCommand {

    /** Another parent from a day on. */
    record Placement(String parent, LocalDate from) {}

    /**
     * A unit as a merge or a split leaves it: a new one, if it has a kind; else one that stands, with another name or code
     * where they are given.
     *
     * @param kind null for a unit that stands
     * @param parent of a new unit; null at the top
     */
    record Outcome(
            String unit,
            @Nullable UnitKind kind,
            @Nullable String code,
            @Nullable String name,
            @Nullable String parent) {}

    /**
     * @param later where it stands later, in order of days: a unit may be recorded with all of its past
     * @param importId the import it came with
     */
    record EstablishUnit(
            String unit,
            UnitKind kind,
            String code,
            String name,
            @Nullable String parent,
            LocalDate effective,
            @Nullable LocalDate until,
            List<Placement> later,
            @Nullable String importId)
            implements UnitCommand {
        public EstablishUnit {
            later = List.copyOf(later);
        }
    }

    /** Several units in one commit, parents before what is below them. */
    record EstablishUnits(List<EstablishUnit> units) implements UnitCommand {
        public EstablishUnits {
            units = List.copyOf(units);
        }
    }

    /** Name, code or both; what is null stays. The same day again puts an earlier renaming right. */
    record RenameUnit(
            @TargetAggregateIdentifier String unit,
            @Nullable String name,
            @Nullable String code,
            LocalDate effective) implements UnitCommand {}

    record MoveUnit(@TargetAggregateIdentifier String unit, String parent, LocalDate effective)
            implements UnitCommand {}

    /** The merged units end, what is below them goes with them. */
    record MergeUnits(Outcome into, List<String> merged, LocalDate effective) implements UnitCommand {
        public MergeUnits {
            merged = List.copyOf(merged);
        }

        @TargetAggregateIdentifier
        String target() {
            return into.unit();
        }
    }

    /**
     * @param children which of the units below go to which part
     * @param successor the part that takes over the posts, if the unit ends; null if it goes on
     */
    record SplitUnit(
            @TargetAggregateIdentifier String unit,
            List<Outcome> parts,
            Map<String, String> children,
            @Nullable String successor,
            LocalDate effective)
            implements UnitCommand {
        public SplitUnit {
            parts = List.copyOf(parts);
            children = Map.copyOf(children);
        }
    }

    /**
     * @param effective first day on which it is no more
     * @param successor where its posts go; null if they end
     * @param children where each of the units below goes
     */
    record DissolveUnit(
            @TargetAggregateIdentifier String unit,
            @Nullable String successor,
            Map<String, String> children,
            LocalDate effective)
            implements UnitCommand {
        public DissolveUnit {
            children = Map.copyOf(children);
        }
    }

    /** Takes units back that were recorded in error, as long as nothing refers to them: what is below before what is above. */
    record WithdrawUnits(List<String> units) implements UnitCommand {
        public WithdrawUnits {
            units = List.copyOf(units);
        }
    }
}
