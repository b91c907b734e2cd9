package vn.thidua.organization.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.group.GroupMembers;
import vn.thidua.organization.domain.person.Gender;
import vn.thidua.organization.domain.person.PostKind;
import vn.thidua.organization.domain.unit.UnitKind;

/** What comes in about people and groups. */
final class PersonBodies {

    private static final String CITIZEN_ID = "\\d{12}";

    private PersonBodies() {}

    /** @param citizenId twelve digits; stored sealed, and compared by a blind index */
    record Register(
            @NotBlank @Size(max = 64) String unit,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Pattern(regexp = CITIZEN_ID) String citizenId,
            @Nullable Gender gender,
            @Nullable Integer birthYear) {}

    /**
     * @param words parts of the name, without regard to accents
     * @param unit within which; everywhere within reach if it is absent
     */
    record Search(
            @NotBlank @Size(max = 100) String words,
            @Nullable @Size(max = 64) String unit) {}

    /** What is absent stays. */
    record Correct(
            @Nullable @Size(min = 1, max = 100) String name,
            @Nullable @Pattern(regexp = CITIZEN_ID) String citizenId,
            @Nullable Gender gender,
            @Nullable Integer birthYear) {}

    record Hold(
            @NotBlank @Size(max = 64) String unit,
            @NotBlank @Size(max = 200) String title,
            @NotNull PostKind kind,
            @NotNull LocalDate from,
            @Nullable LocalDate until) {}

    record Leave(@NotNull LocalDate lastDay) {}

    /** @param merged id of the record that goes into this one */
    record Merge(@NotBlank @Size(max = 64) String merged) {}

    record Members(
            GroupMembers.@NotNull Kind kind,
            @Nullable @Size(max = 5000) List<@NotBlank @Size(max = 64) String> ids,
            @Nullable UnitKind unitKind,
            @Nullable PostKind postKind) {

        GroupMembers toMembers() {
            return new GroupMembers(kind, ids == null ? List.of() : ids, unitKind, postKind);
        }
    }

    record DefineGroup(
            @NotBlank @Size(max = 64) String unit,
            @NotBlank @Size(max = 200) String name,
            @NotNull Members members,
            @NotNull LocalDate effective) {}

    record ChangeGroup(
            @NotBlank @Size(max = 200) String name,
            @NotNull Members members,
            @NotNull LocalDate effective) {}

    record CloseGroup(@NotNull LocalDate effective) {}
}
