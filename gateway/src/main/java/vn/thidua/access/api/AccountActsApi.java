package vn.thidua.access.api;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.access.domain.account.AccountCommand;
import vn.thidua.access.domain.account.By;
import vn.thidua.access.view.AccountRow;
import vn.thidua.access.view.SignInNames;
import vn.thidua.platform.context.Accepted;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.NotAllowedException;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.values.Sealed;
import vn.thidua.platform.web.command.CommandAnswers;
import vn.thidua.platform.web.command.CommandRequest;

/** Acts on accounts. What identifies a human is sealed here, before it becomes a command. */
@RestController
@RequestMapping("/api/v1/access/accounts")
class AccountActsApi {

    private final Commands commands;
    private final Administering administering;
    private final OneTimePasswords passwords;
    private final KeyRing keys;

    AccountActsApi(Commands accessCommands, Administering administering, OneTimePasswords passwords, KeyRing keys) {
        this.commands = accessCommands;
        this.administering = administering;
        this.passwords = passwords;
        this.keys = keys;
    }

    /** With a password for one sign-in, unless sign-in is elsewhere. */
    @PostMapping
    @Access(relation = Relation.NAMED_UNIT, roles = Role.ADMIN, scopes = "operations")
    ResponseEntity<AccountAnswers.Opened> open(
            @RequestBody @Valid AccountBodies.Open body, Scope scope, CommandRequest request) {
        Administering.mustReachUnit(body.unit(), scope);
        administering.mustReachPerson(body.person(), scope);
        List<AccountBodies.Bind> roles = body.roles() == null ? List.of() : body.roles();
        roles.forEach(role -> Administering.mustReachUnit(role.unit(), scope));
        String id = Ids.fresh();
        @Nullable String password = Boolean.FALSE.equals(body.password()) ? null : passwords.fresh();
        Accepted accepted = request.send(
                commands,
                new AccountCommand.OpenAccount(
                        id,
                        body.unit(),
                        body.person(),
                        name(id, body.name()),
                        password == null ? null : passwords.of(id, password),
                        roles.stream().map(role -> role(role, scope)).toList(),
                        administering.by(scope),
                        scope.today()));
        return opened(request, accepted, password);
    }

    private static ResponseEntity<AccountAnswers.Opened> opened(
            CommandRequest request, Accepted accepted, @Nullable String password) {
        ResponseEntity<CommandAnswers.Made> made = CommandAnswers.created(request, accepted);
        String id = accepted.aggregateId();
        return ResponseEntity.status(HttpStatus.CREATED)
                .headers(made.getHeaders())
                .body(new AccountAnswers.Opened(id == null ? "" : id, accepted.repeated() ? null : password));
    }

    private static AccountCommand.NewRole role(AccountBodies.Bind body, Scope scope) {
        LocalDate from = body.from() == null ? scope.today() : body.from();
        return new AccountCommand.NewRole(Ids.fresh(), body.role(), body.unit(), from, body.until());
    }

    private AccountCommand.Name name(String account, String name) {
        Names.mustFit(name, "name");
        return new AccountCommand.Name(keys.seal(SignInNames.sealedFor(account), name), SignInNames.index(keys, name));
    }

    /** Another name, another unit that looks after it, or the person where there was none. */
    @PutMapping("/{id}")
    @Access(relation = Relation.SCOPE, roles = Role.ADMIN, scopes = "operations")
    ResponseEntity<Void> change(
            @PathVariable String id,
            @RequestBody @Valid AccountBodies.ChangeAccount body,
            Scope scope,
            CommandRequest request) {
        administering.managed(id, scope);
        request.requireExpectedVersion();
        if (body.unit() != null) {
            scope.requireNamed(body.unit());
        }
        administering.mustReachPerson(body.person(), scope);
        String name = body.name();
        return CommandAnswers.changed(
                request,
                request.send(
                        commands,
                        new AccountCommand.ChangeAccount(
                                id,
                                name == null ? null : name(id, name),
                                body.unit(),
                                body.person(),
                                administering.by(scope))));
    }

    /** A new password for one sign-in; all sessions of the account end. One's own is changed under {@code me}. */
    @PostMapping("/{id}/password")
    @Access(relation = Relation.SCOPE, roles = Role.ADMIN, scopes = "operations")
    ResponseEntity<AccountAnswers.Opened> password(@PathVariable String id, Scope scope, CommandRequest request) {
        AccountRow row = administering.impersonable(id, scope);
        if (id.equals(scope.caller().subject())) {
            throw new NotAllowedException();
        }
        String password = passwords.fresh();
        Accepted accepted = sendAsSeen(
                request, row, new AccountCommand.SetPassword(id, passwords.of(id, password), administering.by(scope)));
        return CommandAnswers.changed(
                request, accepted, new AccountAnswers.Opened(id, accepted.repeated() ? null : password));
    }

    /** What was looked at decides whether it may be done: a right given meanwhile makes it another question. */
    private Accepted sendAsSeen(CommandRequest request, AccountRow row, AccountCommand command) {
        Long expected = request.expectedVersion();
        return commands.send(
                command, request.act(), request.once(), expected == null ? Long.valueOf(row.version()) : expected);
    }

    @PostMapping("/{id}/lock")
    @Access(relation = Relation.SCOPE, roles = Role.ADMIN, scopes = "operations")
    ResponseEntity<Void> lock(
            @PathVariable String id,
            @RequestBody @Valid AccountBodies.Reason body,
            Scope scope,
            CommandRequest request) {
        return reasoned(id, body, scope, request, AccountCommand.LockAccount::new);
    }

    @PostMapping("/{id}/unlock")
    @Access(relation = Relation.SCOPE, roles = Role.ADMIN, scopes = "operations")
    ResponseEntity<Void> unlock(
            @PathVariable String id,
            @RequestBody @Valid AccountBodies.Reason body,
            Scope scope,
            CommandRequest request) {
        return reasoned(id, body, scope, request, AccountCommand.UnlockAccount::new);
    }

    /** For good: name and outside identities are free for others. */
    @PostMapping("/{id}/close")
    @Access(relation = Relation.SCOPE, roles = Role.ADMIN, scopes = "operations")
    ResponseEntity<Void> close(
            @PathVariable String id,
            @RequestBody @Valid AccountBodies.Reason body,
            Scope scope,
            CommandRequest request) {
        return reasoned(id, body, scope, request, AccountCommand.CloseAccount::new);
    }

    private interface Reasoned {

        AccountCommand command(String account, Sealed reason, By by);
    }

    private ResponseEntity<Void> reasoned(
            String id, AccountBodies.Reason body, Scope scope, CommandRequest request, Reasoned act) {
        administering.managed(id, scope);
        return CommandAnswers.changed(
                request, request.send(commands, act.command(id, sealed(id, body.reason()), administering.by(scope))));
    }

    private Sealed sealed(String account, String reason) {
        return keys.seal(SignInNames.sealedFor(account), reason);
    }

    /** A role within the caller's reach. */
    @PostMapping("/{id}/roles")
    @Access(relation = Relation.SCOPE, roles = Role.ADMIN, scopes = "operations")
    ResponseEntity<CommandAnswers.Made> bind(
            @PathVariable String id, @RequestBody @Valid AccountBodies.Bind body, Scope scope, CommandRequest request) {
        administering.seen(id, scope);
        Administering.mustReachUnit(body.unit(), scope);
        return CommandAnswers.created(
                request,
                request.send(
                        commands,
                        new AccountCommand.BindRole(id, role(body, scope), administering.by(scope), scope.today())),
                _ -> request.path());
    }

    @PostMapping("/{id}/roles/{role}/end")
    @Access(relation = Relation.SCOPE, roles = Role.ADMIN, scopes = "operations")
    ResponseEntity<Void> end(
            @PathVariable String id,
            @PathVariable String role,
            @RequestBody @Valid AccountBodies.End body,
            Scope scope,
            CommandRequest request) {
        AccountRow row = administering.seen(id, scope);
        row.role(role).ifPresent(held -> {
            if (held.unit() != null) {
                scope.requireNamed(held.unit());
            } else {
                scope.requireEverywhere();
            }
        });
        LocalDate lastDay = body.lastDay() == null ? scope.today().minusDays(1) : body.lastDay();
        By by = administering.by(scope);
        return CommandAnswers.changed(
                request, request.send(commands, new AccountCommand.EndRole(id, role, lastDay, by, scope.today())));
    }

    /** Whoever signs in there as that subject gets in here with this account. */
    @PostMapping("/{id}/identities")
    @Access(relation = Relation.SCOPE, roles = Role.ADMIN, scopes = "operations")
    ResponseEntity<CommandAnswers.Made> link(
            @PathVariable String id,
            @RequestBody @Valid AccountBodies.Identity body,
            Scope scope,
            CommandRequest request) {
        AccountRow row = administering.impersonable(id, scope);
        AccountCommand.Identity identity = new AccountCommand.Identity(
                keys.seal(SignInNames.sealedFor(id), body.issuer() + " " + body.subject()),
                SignInNames.identityIndex(keys, body.issuer(), body.subject()));
        return CommandAnswers.created(
                request,
                sendAsSeen(request, row, new AccountCommand.LinkIdentity(id, identity, administering.by(scope))),
                _ -> request.path());
    }

    /** @param identity as the account's answer names it */
    @DeleteMapping("/{id}/identities/{identity}")
    @Access(relation = Relation.SCOPE, roles = Role.ADMIN, scopes = "operations")
    ResponseEntity<Void> unlink(
            @PathVariable String id, @PathVariable String identity, Scope scope, CommandRequest request) {
        administering.managed(id, scope);
        return CommandAnswers.changed(
                request,
                request.send(commands, new AccountCommand.UnlinkIdentity(id, identity, administering.by(scope))));
    }
}
