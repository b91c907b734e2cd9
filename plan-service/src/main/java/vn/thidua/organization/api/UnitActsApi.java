package vn.thidua.organization.api;

import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.organization.domain.unit.UnitCommand;
import vn.thidua.organization.domain.unit.UnitCommand.Outcome;
import vn.thidua.organization.domain.unit.UnitRejection;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.values.RejectedException;
import vn.thidua.platform.web.command.CommandAnswers;
import vn.thidua.platform.web.command.CommandRequest;

/** Acts on the tree, each with its effective date. */
@RestController
@RequestMapping("/api/v1/organization")
class UnitActsApi {

    private static final String UNITS = "/api/v1/organization/units/";

    private final Commands commands;

    UnitActsApi(Commands organizationCommands) {
        this.commands = organizationCommands;
    }

    @PostMapping("/units")
    @Access(
            relation = Relation.NAMED_UNIT,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    ResponseEntity<CommandAnswers.Made> establish(
            @RequestBody @Valid UnitBodies.Establish body, Scope scope, CommandRequest request) {
        if (body.parent() == null) {
            scope.requireEverywhere();
        } else {
            scope.requireNamed(body.parent());
        }
        List<UnitBodies.Placement> later = body.later() == null ? List.of() : body.later();
        later.forEach(placement -> scope.requireNamed(placement.parent()));
        return CommandAnswers.created(
                request,
                request.send(
                        commands,
                        new UnitCommand.EstablishUnit(
                                Ids.fresh(),
                                body.kind(),
                                body.code(),
                                body.name(),
                                body.parent(),
                                body.effective(),
                                body.until(),
                                later.stream()
                                        .map(p -> new UnitCommand.Placement(p.parent(), p.from()))
                                        .toList(),
                                null)));
    }

    @PostMapping("/units/{id}/renaming")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    ResponseEntity<Void> rename(
            @PathVariable String id, @RequestBody @Valid UnitBodies.Rename body, Scope scope, CommandRequest request) {
        scope.requireOwner(id);
        return CommandAnswers.changed(
                request,
                request.send(commands, new UnitCommand.RenameUnit(id, body.name(), body.code(), body.effective())));
    }

    /** The unit and its new parent are both within reach. */
    @PostMapping("/units/{id}/move")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    ResponseEntity<Void> move(
            @PathVariable String id, @RequestBody @Valid UnitBodies.Move body, Scope scope, CommandRequest request) {
        scope.requireOwner(id);
        scope.requireNamed(body.parent());
        return CommandAnswers.changed(
                request, request.send(commands, new UnitCommand.MoveUnit(id, body.parent(), body.effective())));
    }

    @PostMapping("/mergers")
    @Access(
            relation = Relation.NAMED_UNIT,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    ResponseEntity<CommandAnswers.Made> merge(
            @RequestBody @Valid UnitBodies.MergeUnits body, Scope scope, CommandRequest request) {
        body.units().forEach(scope::requireNamed);
        Outcome into = outcome(body.into(), scope);
        return CommandAnswers.created(
                request,
                request.send(commands, new UnitCommand.MergeUnits(into, body.units(), body.effective())),
                id -> UNITS + id);
    }

    @PostMapping("/units/{id}/split")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    ResponseEntity<Void> split(
            @PathVariable String id, @RequestBody @Valid UnitBodies.Split body, Scope scope, CommandRequest request) {
        scope.requireOwner(id);
        List<Outcome> parts = new ArrayList<>();
        Map<String, String> children = new HashMap<>();
        for (UnitBodies.SplitPart part : body.parts()) {
            Outcome outcome = outcome(part.unit(), scope);
            parts.add(outcome);
            if (part.children() != null) {
                for (String child : part.children()) {
                    if (children.put(child, outcome.unit()) != null) {
                        throw new RejectedException(new UnitRejection.NamedTwice());
                    }
                }
            }
        }
        Integer successor = body.successor();
        if (successor != null && (successor < 0 || successor >= parts.size())) {
            throw new RejectedException(new UnitRejection.SuccessorNotAmongParts());
        }
        return CommandAnswers.changed(
                request,
                request.send(
                        commands,
                        new UnitCommand.SplitUnit(
                                id,
                                parts,
                                children,
                                successor == null ? null : parts.get(successor).unit(),
                                body.effective())));
    }

    @PostMapping("/units/{id}/dissolution")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    ResponseEntity<Void> dissolve(
            @PathVariable String id,
            @RequestBody @Valid UnitBodies.Dissolve body,
            Scope scope,
            CommandRequest request) {
        scope.requireOwner(id);
        Map<String, String> children = body.children() == null ? Map.of() : body.children();
        children.values().stream().distinct().forEach(scope::requireNamed);
        if (body.successor() != null) {
            scope.requireNamed(body.successor());
        }
        return CommandAnswers.changed(
                request,
                request.send(commands, new UnitCommand.DissolveUnit(id, body.successor(), children, body.effective())));
    }

    /** A unit that stands must be within reach; a new one must be below one that is. */
    private static Outcome outcome(UnitBodies.Outcome body, Scope scope) {
        if (body.unit() != null) {
            scope.requireNamed(body.unit());
            return new Outcome(body.unit(), null, body.code(), body.name(), null);
        }
        if (body.kind() == null) {
            throw new RejectedException(new UnitRejection.TextMissing("kind"));
        }
        if (body.parent() == null) {
            scope.requireEverywhere();
        } else {
            scope.requireNamed(body.parent());
        }
        return new Outcome(Ids.fresh(), body.kind(), body.code(), body.name(), body.parent());
    }
}
