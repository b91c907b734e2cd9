package vn.thidua.organization.api;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.organization.domain.person.PersonCommand;
import vn.thidua.organization.domain.person.PersonCommand.CitizenId;
import vn.thidua.organization.view.people.PeopleQueries;
import vn.thidua.organization.view.people.PeopleQueries.PersonRow;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.OutOfScopeException;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.web.command.CommandAnswers;
import vn.thidua.platform.web.command.CommandRequest;

/** Acts on people. What identifies a human is sealed here, before it becomes a command. */
@RestController
@RequestMapping("/api/v1/organization")
class PersonActsApi {

    private static final String CITIZEN = "citizen-id";

    private final Commands commands;
    private final PeopleQueries people;
    private final KeyRing keys;

    PersonActsApi(Commands organizationCommands, PeopleQueries people, KeyRing keys) {
        this.commands = organizationCommands;
        this.people = people;
        this.keys = keys;
    }

    @PostMapping("/people")
    @Access(
            relation = Relation.NAMED_UNIT,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    ResponseEntity<CommandAnswers.Made> register(
            @RequestBody @Valid PersonBodies.Register body, Scope scope, CommandRequest request) {
        scope.requireNamed(body.unit());
        String id = Ids.fresh();
        return CommandAnswers.created(
                request,
                request.send(
                        commands,
                        new PersonCommand.RegisterPerson(
                                id,
                                body.unit(),
                                keys.seal("person:" + id, body.name()),
                                citizen(id, body.citizenId()),
                                body.gender(),
                                body.birthYear(),
                                scope.today(),
                                null)));
    }

    private @Nullable CitizenId citizen(String person, @Nullable String number) {
        return number == null
                ? null
                : new CitizenId(keys.seal("person:" + person, number), keys.blindIndex(CITIZEN, number));
    }

    @PostMapping("/people/{id}/correction")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    ResponseEntity<Void> correct(
            @PathVariable String id,
            @RequestBody @Valid PersonBodies.Correct body,
            Scope scope,
            CommandRequest request) {
        PersonRow row = owned(id, scope);
        if (row.erased()) {
            throw UnknownResourceException.unknown();
        }
        return CommandAnswers.changed(
                request,
                request.send(
                        commands,
                        new PersonCommand.CorrectPerson(
                                id,
                                body.name() == null ? null : keys.seal("person:" + id, body.name()),
                                citizen(id, body.citizenId()),
                                body.gender(),
                                body.birthYear(),
                                scope.today())));
    }

    @PostMapping("/people/{id}/posts")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    ResponseEntity<CommandAnswers.Made> hold(
            @PathVariable String id, @RequestBody @Valid PersonBodies.Hold body, Scope scope, CommandRequest request) {
        owned(id, scope);
        scope.requireNamed(body.unit());
        return CommandAnswers.created(
                request,
                request.send(
                        commands,
                        new PersonCommand.HoldPost(
                                id,
                                Ids.fresh(),
                                body.unit(),
                                body.title(),
                                body.kind(),
                                body.from(),
                                body.until(),
                                null)),
                person -> "/api/v1/organization/people/" + person);
    }

    @PostMapping("/people/{id}/posts/{post}/leaving")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    ResponseEntity<Void> leave(
            @PathVariable String id,
            @PathVariable String post,
            @RequestBody @Valid PersonBodies.Leave body,
            Scope scope,
            CommandRequest request) {
        requirePost(owned(id, scope), post, scope);
        return CommandAnswers.changed(
                request, request.send(commands, new PersonCommand.LeavePost(id, post, body.lastDay())));
    }

    /** Takes back a post that was recorded in error. */
    @DeleteMapping("/people/{id}/posts/{post}")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    ResponseEntity<Void> withdraw(
            @PathVariable String id, @PathVariable String post, Scope scope, CommandRequest request) {
        requirePost(owned(id, scope), post, scope);
        return CommandAnswers.changed(request, request.send(commands, new PersonCommand.WithdrawPost(id, post)));
    }

    /** Joins another record of the same human into this one; both are within reach. */
    @PostMapping("/people/{id}/mergers")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    ResponseEntity<Void> merge(
            @PathVariable String id, @RequestBody @Valid PersonBodies.Merge body, Scope scope, CommandRequest request) {
        owned(id, scope);
        List<String> places =
                people.person(body.merged()).map(PersonRow::places).orElse(List.of(body.merged()));
        if (places.stream().noneMatch(scope::covers)) {
            throw new OutOfScopeException();
        }
        return CommandAnswers.changed(
                request, request.send(commands, new PersonCommand.MergePersons(id, body.merged())));
    }

    /** Erases what identifies the person, for good: for the unit that registered it, not for one where it had a post. */
    @DeleteMapping("/people/{id}")
    @Access(relation = Relation.SCOPE, roles = Role.ADMIN, scopes = "operations")
    ResponseEntity<Void> erase(@PathVariable String id, Scope scope, CommandRequest request) {
        scope.requireOwner(owned(id, scope).unit());
        return CommandAnswers.changed(request, request.send(commands, new PersonCommand.ErasePerson(id)));
    }

    /** A post is ended by who reaches its unit, or the one that registered the person; not by every unit of the person's. */
    private void requirePost(PersonRow row, String post, Scope scope) {
        if (!scope.covers(row.unit())) {
            scope.requireOwner(people.postsOf(row.id()).stream()
                    .filter(held -> held.id().equals(post))
                    .map(PeopleQueries.PostRow::unit)
                    .findFirst()
                    .orElse(post));
        }
    }

    private PersonRow owned(String id, Scope scope) {
        PersonRow row = people.person(id).orElse(null);
        List<String> places = row == null ? List.of() : row.places();
        for (String unit : places) {
            if (scope.covers(unit)) {
                return java.util.Objects.requireNonNull(row);
            }
        }
        // the same answer whether there is none or it is out of reach
        scope.requireOwner(places.isEmpty() ? id : places.getFirst());
        throw UnknownResourceException.unknown();
    }
}
