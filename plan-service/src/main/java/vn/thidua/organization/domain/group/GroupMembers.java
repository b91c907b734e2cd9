package vn.thidua.organization.domain.group;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.person.PostKind;
import vn.thidua.organization.domain.unit.UnitKind;

/**
 * Who belongs to a group: a list that somebody keeps, or a rule that the tree answers for any day.
 *
 * @param ids of units or persons, for the two kinds that are lists
 * @param unitKind for {@link Kind#UNITS_OF_KIND}
 * @param postKind for {@link Kind#HOLDERS_OF_POSTS}
 */
public record GroupMembers(
        Kind kind,
        List<String> ids,
        @Nullable UnitKind unitKind,
        @Nullable PostKind postKind) {

    /** What the members are, and how they are found. */
    public enum Kind {
        /** The units listed. */
        UNITS,
        /** The persons listed. */
        PERSONS,
        /** All units of a kind below the group's unit: all villages of a commune. */
        UNITS_OF_KIND,
        /** All who hold a post of a kind in the group's unit or below: cán bộ, công chức. */
        HOLDERS_OF_POSTS
    }

    public GroupMembers {
        ids = List.copyOf(ids);
    }

    boolean isComplete() {
        return switch (kind) {
            case UNITS, PERSONS -> !ids.isEmpty() && unitKind == null && postKind == null;
            case UNITS_OF_KIND -> ids.isEmpty() && unitKind != null && postKind == null;
            case HOLDERS_OF_POSTS -> ids.isEmpty() && unitKind == null && postKind != null;
        };
    }
}
