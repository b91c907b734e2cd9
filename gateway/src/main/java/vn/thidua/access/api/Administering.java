package vn.thidua.access.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.access.domain.account.By;
import vn.thidua.access.view.AccountRow;
import vn.thidua.access.view.AccountsQueries;
import vn.thidua.access.view.People;
import vn.thidua.platform.scope.UnitTree;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.security.NotAllowedException;
import vn.thidua.platform.security.OutOfScopeException;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.web.problem.FieldProblem;
import vn.thidua.platform.web.problem.ProblemException;
import vn.thidua.platform.web.problem.ProblemType;

/** Which accounts an administrator sees, and which of them is theirs to manage. */
@Component
class Administering {

    /** No id of a person: an account is looked after by administrators alone. */
    static final String NOBODY = "";

    private final AccountsQueries accounts;
    private final People people;
    private final UnitTree tree;
    private final Tops tops;

    Administering(AccountsQueries accounts, People people, UnitTree tree, Tops tops) {
        this.accounts = accounts;
        this.people = people;
        this.tree = tree;
        this.tops = tops;
    }

    /** Who asks. */
    By by(Scope scope) {
        Caller caller = scope.caller();
        boolean top = caller.posts().stream()
                .anyMatch(binding -> binding.role() == Role.ADMIN
                        && Scope.holds(binding, scope.today())
                        && tops.isTop(binding.unit(), scope.today()));
        return new By(caller.subject(), caller.person(), caller.actingFor(), scope.isEverywhere(), top);
    }

    /**
     * An account that has to do with a unit within reach.
     *
     * @throws UnknownResourceException if there is none, or none for this caller: 404
     */
    AccountRow seen(String id, Scope scope) {
        Optional<AccountRow> row = accounts.account(id);
        List<String> places = row.map(AccountRow::places).orElse(List.of());
        if (!scope.isEverywhere()) {
            scope.requireSelfOr(NOBODY, places);
        }
        return row.orElseThrow(UnknownResourceException::unknown);
    }

    /**
     * An account whose every right lies within reach: whoever could set its password could sign in as it.
     *
     * @throws UnknownResourceException if the caller does not see it: 404
     * @throws NotAllowedException if it has rights beyond the caller's: 403
     */
    AccountRow managed(String id, Scope scope) {
        AccountRow row = seen(id, scope);
        if (scope.isEverywhere()) {
            return row;
        }
        String unit = row.unit();
        if (unit == null || row.isEverywhereFrom(scope.today()) || !scope.covers(unit)) {
            throw new NotAllowedException();
        }
        for (String each : row.unitsFrom(scope.today())) {
            if (!scope.covers(each)) {
                throw new NotAllowedException();
            }
        }
        return row;
    }

    /**
     * The same for acts that let somebody sign in as the account: what was lent to it lies within reach too.
     *
     * @throws NotAllowedException if it acts for somebody beyond the caller's reach: 403
     */
    AccountRow impersonable(String id, Scope scope) {
        AccountRow row = managed(id, scope);
        if (scope.isEverywhere()) {
            return row;
        }
        for (AccountRow.DelegationRow lent : accounts.givenTo(row)) {
            if (lent.until().isBefore(scope.today())) {
                continue;
            }
            Optional<AccountRow> giver = accounts.account(lent.from());
            for (String binding : lent.bindings()) {
                Optional<String> unit =
                        giver.flatMap(one -> one.role(binding)).flatMap(role -> Optional.ofNullable(role.unit()));
                if (unit.isPresent() && !scope.covers(unit.get())) {
                    throw new NotAllowedException();
                }
            }
        }
        return row;
    }

    /**
     * Which units a list is of: those within reach, or of the one that is named and those below.
     *
     * @return null: all there are
     */
    @Nullable
    Set<String> within(@Nullable String unit, Scope scope) {
        if (unit != null) {
            scope.requireNamed(unit);
            return Set.copyOf(tree.answeredWithin(unit, scope.today()));
        }
        return scope.isEverywhere() ? null : scope.reach().units();
    }

    /** Who signs in with an account is its person: only one's own people may be named. */
    void mustReachPerson(@Nullable String person, Scope scope) {
        if (person == null || scope.isEverywhere()) {
            return;
        }
        Set<String> places = people.placesOf(person, scope.today());
        if (places.isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    new FieldProblem(
                            "person",
                            "Chưa thấy cá nhân này trong đơn vị mình phụ trách. Hãy chọn lại; nếu hồ sơ vừa được lập,"
                                    + " hãy thử lại sau vài giây.",
                            "No such person is known within reach. Choose again; if the record is new, retry in some"
                                    + " seconds."));
        }
        if (places.stream().noneMatch(scope::covers)) {
            throw new OutOfScopeException();
        }
    }

    /** The unit that a role or an account is for; none is the whole installation, which only some may name. */
    static void mustReachUnit(@Nullable String unit, Scope scope) {
        if (unit != null) {
            scope.requireNamed(unit);
        } else if (!scope.isEverywhere()) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    new FieldProblem(
                            "unit", "Bắt buộc, không được để trống. Hãy chọn đơn vị.", "Required; choose a unit."));
        }
    }
}
