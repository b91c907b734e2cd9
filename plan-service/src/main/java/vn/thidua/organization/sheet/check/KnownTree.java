package vn.thidua.organization.sheet.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.unit.UnitKind;

/** Units and people as they stand when a file is checked. */
public interface KnownTree {

    /** Every unit, ended ones too. */
    List<KnownUnit> units();

    /** People with these blind indexes of their citizen ids, by index; who is not known is left out. */
    Map<String, KnownPerson> people(Set<String> indexes);

    /**
     * @param code the latest
     * @param names all it ever had, the latest last
     * @param parent the latest; null at the top
     * @param until last day; null without end
     * @param successor the unit that took over, if it was merged
     */
    record KnownUnit(
            String id,
            String code,
            List<String> names,
            UnitKind kind,
            @Nullable String parent,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String successor) {
        public KnownUnit {
            names = List.copyOf(names);
        }
    }

    record KnownPerson(String id, List<KnownPost> posts) {
        public KnownPerson {
            posts = List.copyOf(posts);
        }
    }

    record KnownPost(
            String unit,
            String title,
            LocalDate from,
            @Nullable LocalDate until) {}
}
