package vn.thidua.access.api;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.access.api.AccountAnswers.AccountAnswer;
import vn.thidua.access.api.AccountAnswers.AccountItem;
import vn.thidua.access.api.AccountAnswers.DelegationAnswer;
import vn.thidua.access.api.AccountAnswers.RoleAnswer;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.access.view.AccountRow;
import vn.thidua.access.view.AccountRow.AccountState;
import vn.thidua.access.view.AccountRow.DelegationRow;
import vn.thidua.access.view.AccountRow.RoleRow;
import vn.thidua.access.view.AccountsQueries;
import vn.thidua.access.view.People;
import vn.thidua.access.view.Units;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.sheet.Column;
import vn.thidua.platform.web.read.Answers;
import vn.thidua.platform.web.read.Page;
import vn.thidua.platform.web.read.PageRequest;
import vn.thidua.platform.web.read.Workbooks;

/** Who has an account, and which rights go with it, on any day. */
@RestController
@RequestMapping("/api/v1/access")
class AccountsApi {

    private final AccountsQueries accounts;
    private final Administering administering;
    private final People people;
    private final Units units;
    private final KeyRing keys;

    AccountsApi(AccountsQueries accounts, Administering administering, People people, Units units, KeyRing keys) {
        this.accounts = accounts;
        this.administering = administering;
        this.people = people;
        this.units = units;
        this.keys = keys;
    }

    /** Accounts that units within reach look after, and those with a role there; with {@code unit} those of it and below. */
    @GetMapping("/accounts")
    @Access(
            relation = Relation.NAMED_UNIT,
            roles = {Role.ADMIN, Role.AUDITOR},
            scopes = "operations")
    Page<AccountItem> list(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable AccountRole role,
            @RequestParam(required = false) @Nullable AccountState state,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Scope scope,
            PageRequest page) {
        LocalDate day = asOf == null ? scope.today() : asOf;
        Page<AccountRow> rows = page.find(
                accounts.accounts(),
                AccountsQueries.listed(administering.within(unit, scope), role, state, search, day),
                "sort",
                AccountRow::of);
        Map<String, String> names =
                people.names(rows.items().stream().map(AccountRow::person).toList());
        return new Page<>(
                rows.items().stream()
                        .map(row -> AccountItem.of(row, names, day))
                        .toList(),
                rows.next());
    }

    @GetMapping("/accounts/{id}")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.ADMIN, Role.AUDITOR},
            scopes = "operations")
    ResponseEntity<AccountAnswer> account(@PathVariable String id, Scope scope) {
        AccountRow row = administering.seen(id, scope);
        List<DelegationRow> got = accounts.givenTo(row);
        List<@Nullable String> persons = new ArrayList<>();
        persons.add(row.person());
        row.given().forEach(each -> persons.add(each.toPerson()));
        got.forEach(each -> persons.add(each.fromPerson()));
        Map<String, String> names = people.names(persons);
        String person = row.person();
        return Answers.versioned(
                row.version(),
                new AccountAnswer(
                        row.id(),
                        row.name(),
                        row.unit(),
                        person,
                        person == null ? null : names.get(person),
                        row.state(),
                        row.reason() == null ? null : keys.open(row.reason()).orElse(null),
                        row.mustChangePassword(),
                        row.passwordSet(),
                        row.identities(),
                        row.roles().stream().map(RoleAnswer::of).toList(),
                        row.given().stream()
                                .map(each -> DelegationAnswer.of(each, names, scope.today()))
                                .toList(),
                        got.stream()
                                .map(each -> DelegationAnswer.of(each, names, scope.today()))
                                .toList(),
                        row.erased()));
    }

    /**
     * Who has what for whom on a day.
     *
     * @param roles with the units for which they hold; a role without one holds for the whole installation
     */
    record MatrixRow(
            String account,
            @Nullable String name,
            @Nullable String personName,
            AccountState state,
            List<RoleAnswer> roles) {}

    /** Every account with a role on that day for the unit or one below; without it, for all that are within reach. */
    @GetMapping("/matrix")
    @Access(
            relation = Relation.NAMED_UNIT,
            roles = {Role.ADMIN, Role.AUDITOR},
            scopes = "operations")
    List<MatrixRow> matrix(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Scope scope) {
        return matrixOf(unit, asOf, scope);
    }

    private static final int MATRIX_MOST = 5000;

    private List<MatrixRow> matrixOf(@Nullable String unit, @Nullable LocalDate asOf, Scope scope) {
        LocalDate day = asOf == null ? scope.today() : asOf;
        Set<String> reached = administering.within(unit, scope);
        List<AccountRow> rows = new ArrayList<>();
        for (Document row : accounts.accounts()
                .find(AccountsQueries.listed(reached, null, null, null, day))
                .limit(MATRIX_MOST)) {
            rows.add(AccountRow.of(row));
        }
        Map<String, String> names =
                people.names(rows.stream().map(AccountRow::person).toList());
        return rows.stream()
                .map(row -> matrixRow(row, names, reached, day))
                .filter(row -> !row.roles().isEmpty())
                .toList();
    }

    private static MatrixRow matrixRow(
            AccountRow row, Map<String, String> names, @Nullable Set<String> units, LocalDate day) {
        String person = row.person();
        return new MatrixRow(
                row.id(),
                row.name(),
                person == null ? null : names.get(person),
                row.state(),
                row.roles().stream()
                        .filter(role -> role.holdsOn(day) && isWithin(role, units))
                        .map(RoleAnswer::of)
                        .toList());
    }

    private static boolean isWithin(RoleRow role, @Nullable Set<String> units) {
        return units == null || (role.unit() != null && units.contains(role.unit()));
    }

    /** The same as a workbook: a line per account, a column per role. */
    @GetMapping("/matrix.xlsx")
    @Access(
            relation = Relation.NAMED_UNIT,
            roles = {Role.ADMIN, Role.AUDITOR},
            scopes = "operations")
    ResponseEntity<byte[]> matrixAsSheet(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Scope scope)
            throws IOException {
        List<MatrixRow> rows = matrixOf(unit, asOf, scope);
        List<@Nullable String> held = new ArrayList<>();
        rows.forEach(row -> row.roles().forEach(role -> held.add(role.unit())));
        Map<String, String> names = units.names(held);
        List<Column<MatrixRow>> columns = new ArrayList<>();
        columns.add(Column.text("Tên đăng nhập", 24, MatrixRow::name));
        columns.add(Column.text("Họ và tên", 30, MatrixRow::personName));
        columns.add(Column.text("Trạng thái", 14, row -> Words.of(row.state())));
        Arrays.stream(AccountRole.values())
                .forEach(role -> columns.add(Column.text(Words.of(role), 38, row -> unitsOf(row, role, names))));
        return Workbooks.answer("ma-tran-quyen.xlsx", "Ma trận quyền", columns, rows);
    }

    private static @Nullable String unitsOf(MatrixRow row, AccountRole role, Map<String, String> names) {
        String units = row.roles().stream()
                .filter(each -> each.role() == role)
                .map(each -> each.unit() == null ? Words.EVERYWHERE : names.getOrDefault(each.unit(), each.unit()))
                .collect(Collectors.joining(", "));
        return units.isEmpty() ? null : units;
    }
}
