package vn.thidua.access.api;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.access.api.AccountAnswers.DelegationAnswer;
import vn.thidua.access.domain.account.AccountCommand;
import vn.thidua.access.view.AccountRow;
import vn.thidua.access.view.AccountRow.DelegationRow;
import vn.thidua.access.view.AccountsQueries;
import vn.thidua.access.view.People;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.web.command.CommandAnswers;
import vn.thidua.platform.web.command.CommandRequest;

/** Roles lent to another person for a time. Everybody sees and ends their own; administrators those within reach. */
@RestController
@RequestMapping("/api/v1/access/delegations")
class DelegationsApi {

    private final Commands commands;
    private final AccountsQueries accounts;
    private final Administering administering;
    private final People people;

    DelegationsApi(Commands accessCommands, AccountsQueries accounts, Administering administering, People people) {
        this.commands = accessCommands;
        this.accounts = accounts;
        this.administering = administering;
        this.people = people;
    }

    /**
     * Given by an account and given to it.
     *
     * @param account absent: the caller's own
     * @param past whether those that are over are shown too
     */
    @GetMapping
    @Access(
            relation = Relation.SELF,
            roles = {Role.ADMIN, Role.AUDITOR},
            scopes = "operations")
    List<DelegationAnswer> list(
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(defaultValue = "false") boolean past,
            Scope scope) {
        AccountRow row = account == null ? own(scope) : theirsOr(account, scope, administering::seen);
        List<DelegationRow> all = new ArrayList<>(row.given());
        all.addAll(accounts.givenTo(row));
        List<DelegationRow> shown = all.stream()
                .filter(each -> past
                        || (!each.until().isBefore(scope.today())
                                && !each.until().isBefore(each.begins())))
                .toList();
        List<@Nullable String> persons = new ArrayList<>();
        shown.forEach(each -> {
            persons.add(each.fromPerson());
            persons.add(each.toPerson());
        });
        Map<String, String> names = people.names(persons);
        return shown.stream()
                .map(each -> DelegationAnswer.of(each, names, scope.today()))
                .toList();
    }

    /** An account that is the caller's, or that the caller administers. */
    private AccountRow theirsOr(String id, Scope scope, BiFunction<String, Scope, AccountRow> administered) {
        scope.isSelf(Administering.NOBODY);
        return accounts.account(id)
                .filter(row -> isCaller(row.id(), row.person(), scope))
                .orElseGet(() -> administered.apply(id, scope));
    }

    /** The caller, not whom the caller acts for. */
    private static boolean isCaller(String account, @Nullable String person, Scope scope) {
        return account.equals(scope.caller().subject())
                || (person != null && person.equals(scope.caller().person()));
    }

    /** The caller's own account; a client has none. */
    private AccountRow own(Scope scope) {
        scope.isSelf(Administering.NOBODY);
        return accounts.account(scope.caller().subject()).orElseThrow(UnknownResourceException::unknown);
    }

    /** Roles of the caller's own; with {@code from} those of somebody within reach, who is ill for example. */
    @PostMapping
    @Access(relation = Relation.SELF, roles = Role.ADMIN, scopes = "operations")
    ResponseEntity<CommandAnswers.Made> give(
            @RequestBody @Valid AccountBodies.Give body, Scope scope, CommandRequest request) {
        String from = body.from();
        AccountRow giver = from == null ? own(scope) : theirsOr(from, scope, administering::managed);
        LocalDate begins = body.begins() == null ? scope.today() : body.begins();
        String id = Ids.fresh();
        return CommandAnswers.created(
                request,
                request.send(
                        commands,
                        new AccountCommand.Delegate(
                                giver.id(),
                                id,
                                body.to(),
                                body.roles(),
                                begins,
                                body.until(),
                                administering.by(scope),
                                scope.today())),
                _ -> request.path());
    }

    /** By who gave it, by who got it, or by an administrator. */
    @PostMapping("/{id}/end")
    @Access(relation = Relation.SELF, roles = Role.ADMIN, scopes = "operations")
    ResponseEntity<Void> end(
            @PathVariable String id, @RequestBody @Valid AccountBodies.End body, Scope scope, CommandRequest request) {
        scope.isSelf(Administering.NOBODY);
        AccountRow giver = accounts.giverOf(id).orElseThrow(UnknownResourceException::unknown);
        boolean got = giver.given().stream()
                .anyMatch(each -> each.id().equals(id) && isCaller(each.to(), each.toPerson(), scope));
        if (!got) {
            theirsOr(giver.id(), scope, administering::managed);
        }
        LocalDate lastDay = body.lastDay() == null ? scope.today().minusDays(1) : body.lastDay();
        return CommandAnswers.changed(
                request,
                request.send(
                        commands,
                        new AccountCommand.EndDelegation(
                                giver.id(), id, lastDay, administering.by(scope), scope.today())));
    }
}
