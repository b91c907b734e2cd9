package vn.thidua.organization.api;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.organization.domain.group.GroupCommand;
import vn.thidua.organization.domain.group.GroupMembers;
import vn.thidua.organization.view.groups.GroupsQueries;
import vn.thidua.organization.view.groups.GroupsQueries.GroupRow;
import vn.thidua.organization.view.people.PeopleQueries;
import vn.thidua.organization.view.units.Forest;
import vn.thidua.organization.view.units.UnitsQueries;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.ReadAccess;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.text.Text;
import vn.thidua.platform.web.command.CommandAnswers;
import vn.thidua.platform.web.command.CommandRequest;
import vn.thidua.platform.web.read.Answers;
import vn.thidua.platform.web.read.Page;
import vn.thidua.platform.web.read.PageRequest;

/** Named sets of units or people. */
@RestController
@RequestMapping("/api/v1/organization")
class GroupsApi {

    private final Commands commands;
    private final GroupsQueries groups;
    private final UnitsQueries units;
    private final PeopleQueries people;

    GroupsApi(Commands organizationCommands, GroupsQueries groups, UnitsQueries units, PeopleQueries people) {
        this.commands = organizationCommands;
        this.groups = groups;
        this.units = units;
        this.people = people;
    }

    record GroupAnswer(
            String id,
            String name,
            UnitAnswers.@Nullable UnitRef unit,
            LocalDate from,
            @Nullable LocalDate until,
            GroupMembers members) {}

    /**
     * @param people with their names, unless erased
     * @param others how many more units or people belong to it, out of reach today
     */
    record MembersAnswer(LocalDate asOf, List<UnitAnswers.UnitRef> units, List<Member> people, int others) {}

    record Member(String id, @Nullable String name) {}

    @GetMapping("/groups")
    @ReadAccess(relation = Relation.NAMED_UNIT)
    Page<GroupAnswer> list(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Scope scope,
            PageRequest page) {
        if (unit != null) {
            scope.requireNamed(unit);
        }
        LocalDate day = asOf == null ? scope.today() : asOf;
        Forest forest = units.shown();
        Set<String> within = unit != null ? Set.of(unit) : scope.reachedUnits();
        return page.pageOf(
                groups.groups(within).stream().filter(group -> group.existsOn(day)),
                group -> new PageRequest.Cursor(sortKey(group, day), group.id()),
                group -> answer(forest, group, day));
    }

    private static String sortKey(GroupRow group, LocalDate day) {
        return Text.sort(group.on(day).name());
    }

    private static GroupAnswer answer(Forest forest, GroupRow group, LocalDate day) {
        return new GroupAnswer(
                group.id(),
                group.on(day).name(),
                UnitAnswers.ref(forest, group.unit(), day),
                group.from(),
                group.until(),
                group.on(day).members());
    }

    @GetMapping("/groups/{id}")
    @ReadAccess(relation = Relation.SCOPE)
    ResponseEntity<GroupAnswer> group(
            @PathVariable String id, @RequestParam(required = false) @Nullable LocalDate asOf, Scope scope) {
        GroupRow row = owned(id, scope);
        return Answers.versioned(row.version(), answer(units.shown(), row, asOf == null ? scope.today() : asOf));
    }

    /** Who belongs to it on that day; today's reach counts, as everywhere. */
    @GetMapping("/groups/{id}/members")
    @ReadAccess(relation = Relation.SCOPE)
    MembersAnswer members(
            @PathVariable String id, @RequestParam(required = false) @Nullable LocalDate asOf, Scope scope) {
        GroupRow row = owned(id, scope);
        LocalDate day = asOf == null ? scope.today() : asOf;
        Forest forest = units.shown();
        Predicate<String> within = UnitsApi.withinReach(scope);
        List<String> members = groups.units(row, forest, day);
        List<String> shown = members.stream().filter(within).toList();
        var persons = people.persons(groups.persons(row, forest, day)).values();
        List<Member> named = persons.stream()
                .filter(person ->
                        scope.isSelf(person.id()) || person.places().stream().anyMatch(within))
                .map(person -> new Member(person.id(), person.name()))
                .sorted(Comparator.comparing((Member member) -> sortKey(member)).thenComparing(Member::id))
                .toList();
        return new MembersAnswer(
                day,
                UnitAnswers.refs(forest, shown, day),
                named,
                members.size() - shown.size() + persons.size() - named.size());
    }

    private static String sortKey(Member member) {
        return member.name() == null ? "" : Text.sort(member.name());
    }

    @PostMapping("/groups")
    @Access(
            relation = Relation.NAMED_UNIT,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    ResponseEntity<CommandAnswers.Made> define(
            @RequestBody @Valid PersonBodies.DefineGroup body, Scope scope, CommandRequest request) {
        scope.requireNamed(body.unit());
        requireMembers(body.members(), scope);
        return CommandAnswers.created(
                request,
                request.send(
                        commands,
                        new GroupCommand.DefineGroup(
                                Ids.fresh(),
                                body.unit(),
                                body.name(),
                                body.members().toMembers(),
                                body.effective())));
    }

    /** Units are named in the body; people are found through their units. */
    private void requireMembers(PersonBodies.Members members, Scope scope) {
        List<String> ids = members.ids() == null ? List.of() : members.ids();
        switch (members.kind()) {
            case UNITS -> ids.forEach(scope::requireNamed);
            case PERSONS -> {
                var found = people.persons(ids);
                for (String id : ids) {
                    var person = found.get(id);
                    String first = person == null ? id : person.places().getFirst();
                    if (person == null || person.places().stream().noneMatch(scope::covers)) {
                        scope.requireNamed(first);
                    }
                }
            }
            case UNITS_OF_KIND, HOLDERS_OF_POSTS -> {
                // they are below the unit of the group
            }
        }
    }

    @PostMapping("/groups/{id}/change")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    ResponseEntity<Void> change(
            @PathVariable String id,
            @RequestBody @Valid PersonBodies.ChangeGroup body,
            Scope scope,
            CommandRequest request) {
        owned(id, scope);
        requireMembers(body.members(), scope);
        return CommandAnswers.changed(
                request,
                request.send(
                        commands,
                        new GroupCommand.ChangeGroup(
                                id, body.name(), body.members().toMembers(), body.effective())));
    }

    @PostMapping("/groups/{id}/closing")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    ResponseEntity<Void> close(
            @PathVariable String id,
            @RequestBody @Valid PersonBodies.CloseGroup body,
            Scope scope,
            CommandRequest request) {
        owned(id, scope);
        return CommandAnswers.changed(
                request, request.send(commands, new GroupCommand.CloseGroup(id, body.effective())));
    }

    private GroupRow owned(String id, Scope scope) {
        Optional<GroupRow> row = groups.group(id);
        scope.requireOwner(row.map(GroupRow::unit).orElse(id));
        return row.orElseThrow(UnknownResourceException::unknown);
    }
}
