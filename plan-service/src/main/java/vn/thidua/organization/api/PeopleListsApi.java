package vn.thidua.organization.api;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.organization.view.people.PeopleQueries;
import vn.thidua.organization.view.units.Forest;
import vn.thidua.organization.view.units.UnitsQueries;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.ReadAccess;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.web.read.Page;
import vn.thidua.platform.web.read.PageRequest;

/** People listed, found by their names, and counted, within reach. */
@RestController
@RequestMapping("/api/v1/organization")
class PeopleListsApi {

    private final PeopleQueries people;
    private final UnitsQueries units;

    PeopleListsApi(PeopleQueries people, UnitsQueries units) {
        this.people = people;
        this.units = units;
    }

    @GetMapping("/people")
    @ReadAccess(relation = Relation.NAMED_UNIT)
    Page<PeopleApi.PersonItem> list(
            @RequestParam(required = false) @Nullable String unit, Scope scope, PageRequest page) {
        return listed(unit, null, scope, page);
    }

    /** The same by words of the name: they stand in the body, for addresses are written down on the way. */
    @PostMapping("/people/search")
    @ReadAccess(relation = Relation.NAMED_UNIT)
    Page<PeopleApi.PersonItem> search(@RequestBody @Valid PersonBodies.Search body, Scope scope, PageRequest page) {
        return listed(body.unit(), body.words(), scope, page);
    }

    private Page<PeopleApi.PersonItem> listed(
            @Nullable String unit, @Nullable String words, Scope scope, PageRequest page) {
        if (unit != null) {
            scope.requireNamed(unit);
        }
        Forest forest = units.shown();
        LocalDate today = scope.today();
        return page.find(
                people.people(),
                people.listed(within(forest, unit, scope), words),
                "sort",
                row -> PeopleApi.item(forest, PeopleQueries.row(row), today));
    }

    /** How many there are by gender and year of birth; erasing changes no count. */
    @GetMapping("/people/statistics")
    @Access(
            relation = Relation.NAMED_UNIT,
            roles = {Role.OFFICER, Role.LEADER, Role.STANDING_OFFICE, Role.ADMIN, Role.AUDITOR, Role.API_CLIENT},
            scopes = "operations")
    PeopleQueries.Statistics statistics(@RequestParam(required = false) @Nullable String unit, Scope scope) {
        if (unit != null) {
            scope.requireNamed(unit);
        }
        return people.statistics(within(units.shown(), unit, scope));
    }

    private static @Nullable Set<String> within(Forest forest, @Nullable String unit, Scope scope) {
        if (unit != null) {
            return Set.copyOf(forest.tree().answeredWithin(unit, scope.today()));
        }
        return scope.reachedUnits();
    }
}
