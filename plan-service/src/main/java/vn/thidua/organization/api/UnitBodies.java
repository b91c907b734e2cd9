package vn.thidua.organization.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.unit.UnitKind;

/** What comes in about units. {@code effective} is the first day of what is new. */
final class UnitBodies {

    private UnitBodies() {}

    record Placement(
            @NotBlank @Size(max = 64) String parent,
            @NotNull LocalDate from) {}

    /** @param parent absent at the top: only an operator may place a unit there */
    record Establish(
            @NotNull UnitKind kind,
            @NotBlank @Size(max = 40) String code,
            @NotBlank @Size(max = 300) String name,
            @Nullable @Size(max = 64) String parent,
            @NotNull LocalDate effective,
            @Nullable LocalDate until,
            @Nullable @Size(max = 20) List<@Valid Placement> later) {}

    record Rename(
            @Nullable @Size(max = 300) String name,
            @Nullable @Size(max = 40) String code,
            @NotNull LocalDate effective) {}

    record Move(
            @NotBlank @Size(max = 64) String parent,
            @NotNull LocalDate effective) {}

    /** A unit that stands (with its id), or a new one (without; then kind, code and name). */
    record Outcome(
            @Nullable @Size(max = 64) String unit,
            @Nullable UnitKind kind,
            @Nullable @Size(max = 40) String code,
            @Nullable @Size(max = 300) String name,
            @Nullable @Size(max = 64) String parent) {}

    record MergeUnits(
            @NotEmpty @Size(max = 200) List<@NotBlank @Size(max = 64) String> units,
            @NotNull @Valid Outcome into,
            @NotNull LocalDate effective) {}

    /** @param children ids of units below that go along */
    record SplitPart(
            @NotNull @Valid Outcome unit,
            @Nullable @Size(max = 2000) List<@NotBlank @Size(max = 64) String> children) {}

    /** @param successor which part, counted from 0, takes over the posts if the unit ends; absent if it goes on */
    record Split(
            @NotEmpty @Size(max = 50) List<@Valid SplitPart> parts,
            @Nullable Integer successor,
            @NotNull LocalDate effective) {}

    /** @param children where each unit below goes: id of the unit, id of its new parent */
    record Dissolve(
            @Nullable @Size(max = 64) String successor,
            @Nullable @Size(max = 2000) Map<@NotBlank String, @NotBlank String> children,
            @NotNull LocalDate effective) {}
}
