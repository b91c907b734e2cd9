package vn.thidua.access.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.access.domain.account.By;
import vn.thidua.access.sheet.AccountSheet.Column;
import vn.thidua.access.sheet.AccountSheet.SheetRow;
import vn.thidua.access.view.Accounts;
import vn.thidua.access.view.AccountsQueries;
import vn.thidua.access.view.People;
import vn.thidua.access.view.SignInNames;
import vn.thidua.access.view.Units;
import vn.thidua.platform.scope.UnitTree;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.sheet.Days;

/** Looks at a whole list before anything is done with it: for each row what it would open, or why it cannot. */
@Component
class AccountListCheck {

    private final Accounts accounts;
    private final AccountsQueries queries;
    private final People people;
    private final Units units;
    private final UnitTree tree;

    AccountListCheck(Accounts accounts, AccountsQueries queries, People people, Units units, UnitTree tree) {
        this.accounts = accounts;
        this.queries = queries;
        this.people = people;
        this.units = units;
        this.tree = tree;
    }

    /** A role that a row asks for. */
    record WantedRole(
            AccountRole role,
            String unit,
            LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * A row as it was understood.
     *
     * @param row number as the sheet shows it
     * @param problems in Vietnamese, each with the remedy; empty: it can be opened
     */
    record Checked(
            int row,
            String name,
            @Nullable String person,
            @Nullable String personName,
            @Nullable String unit,
            @Nullable String unitName,
            List<WantedRole> roles,
            List<String> problems) {
        Checked {
            roles = List.copyOf(roles);
            problems = List.copyOf(problems);
        }
    }

    /** Every row of the list. */
    List<Checked> check(List<SheetRow> rows, Scope scope, By by) {
        Map<String, Integer> names = new HashMap<>();
        Map<String, Integer> persons = new HashMap<>();
        List<Checked> checked = new ArrayList<>();
        for (SheetRow row : rows) {
            List<String> problems = new ArrayList<>();
            String name = row.text(Column.NAME);
            checkName(name, row.number(), names, problems);
            @Nullable String unit = unit(row.text(Column.UNIT), Column.UNIT, scope, problems);
            @Nullable String person = person(row, unit, scope, problems);
            if (person != null) {
                checkPerson(person, row.number(), persons, problems);
            }
            List<WantedRole> roles = roles(row, unit, person, scope, by, problems);
            checked.add(new Checked(
                    row.number(),
                    name,
                    person,
                    person == null ? null : people.nameOf(person).orElse(null),
                    unit,
                    unit == null ? null : units.names(List.of(unit)).get(unit),
                    roles,
                    problems));
        }
        return checked;
    }

    private void checkName(String name, int row, Map<String, Integer> names, List<String> problems) {
        if (name.isEmpty()) {
            problems.add("Thiếu tên đăng nhập. Hãy nhập tên.");
            return;
        }
        if (!SignInNames.fits(name)) {
            problems.add(Names.VIETNAMESE);
            return;
        }
        Integer before = names.putIfAbsent(SignInNames.fold(name), row);
        if (before != null) {
            problems.add("Trùng tên đăng nhập với dòng " + before + ". Hãy đổi một trong hai tên.");
        } else if (accounts.named(name).isPresent()) {
            problems.add("Tên đăng nhập đã có người dùng. Hãy chọn tên khác.");
        }
    }

    private void checkPerson(String person, int row, Map<String, Integer> persons, List<String> problems) {
        Integer before = persons.putIfAbsent(person, row);
        if (before != null) {
            problems.add("Trùng cá nhân với dòng " + before + ". Mỗi người chỉ có một tài khoản.");
        } else if (queries.hasAccount(person)) {
            problems.add("Cá nhân này đã có tài khoản. Hãy bỏ dòng này.");
        }
    }

    private @Nullable String unit(String words, Column column, Scope scope, List<String> problems) {
        if (words.isEmpty()) {
            problems.add("Thiếu \"" + column.heading() + "\". Hãy nhập mã hoặc tên đơn vị.");
            return null;
        }
        List<String> found = units.called(words).stream()
                .filter(unit -> tree.isUnder(unit, unit, scope.today()) && scope.covers(unit))
                .toList();
        if (found.size() != 1) {
            problems.add(
                    found.isEmpty()
                            ? "Không có đơn vị này trong phạm vi phụ trách. Hãy kiểm tra cột \"" + column.heading()
                                    + "\"."
                            : "Có nhiều đơn vị cùng tên. Hãy nhập mã vào cột \"" + column.heading() + "\".");
            return null;
        }
        return found.getFirst();
    }

    private @Nullable String person(SheetRow row, @Nullable String unit, Scope scope, List<String> problems) {
        String id = row.text(Column.PERSON);
        if (!id.isEmpty()) {
            Set<String> places = people.placesOf(id, scope.today());
            if (places.isEmpty() || places.stream().noneMatch(scope::covers)) {
                problems.add("Không có cá nhân mang mã này trong phạm vi phụ trách. Hãy kiểm tra cột \"Mã cá nhân\".");
                return null;
            }
            return id;
        }
        String name = row.text(Column.FULL_NAME);
        if (name.isEmpty()) {
            problems.add("Thiếu họ và tên hoặc mã cá nhân. Hãy nhập một trong hai.");
            return null;
        }
        if (unit == null) {
            return null;
        }
        List<String> called = people.called(name, unit, scope.today());
        if (called.size() != 1) {
            problems.add(
                    called.isEmpty()
                            ? "Đơn vị không có cá nhân tên này. Hãy lập hồ sơ cá nhân trước."
                            : "Đơn vị có nhiều người cùng tên. Hãy nhập mã vào cột \"Mã cá nhân\".");
            return null;
        }
        return called.getFirst();
    }

    private List<WantedRole> roles(
            SheetRow row, @Nullable String unit, @Nullable String person, Scope scope, By by, List<String> problems) {
        String words = row.text(Column.ROLE);
        if (words.isEmpty()) {
            return List.of();
        }
        String elsewhere = row.text(Column.ROLE_UNIT);
        @Nullable String roleUnit = elsewhere.isEmpty() ? unit : unit(elsewhere, Column.ROLE_UNIT, scope, problems);
        LocalDate from = day(row, Column.FROM, problems).orElse(scope.today());
        @Nullable LocalDate until = day(row, Column.UNTIL, problems).orElse(null);
        if (until != null && until.isBefore(from)) {
            problems.add("Ngày kết thúc đứng trước ngày bắt đầu. Hãy sửa lại một trong hai ngày.");
        }
        List<WantedRole> roles = new ArrayList<>();
        Set<AccountRole> seen = new HashSet<>();
        for (String one : words.split("[;/]", -1)) {
            Optional<AccountRole> role = Words.role(one.strip());
            if (role.isEmpty()) {
                problems.add("Không có vai trò được nêu. Hãy chọn trong danh sách ở tệp mẫu.");
            } else if (role.get() == AccountRole.ADMIN && !by.everywhere() && !by.top()) {
                problems.add("Chỉ quản trị viên của đơn vị cấp cao nhất được giao quyền quản trị. Hãy bỏ vai trò này.");
            } else if (person != null && (person.equals(by.person()) || person.equals(by.actingFor()))) {
                problems.add("Không ai tự giao quyền cho mình. Hãy nhờ quản trị viên khác.");
            } else if (roleUnit != null && seen.add(role.get())) {
                roles.add(new WantedRole(role.get(), roleUnit, from, until));
            }
        }
        return roles;
    }

    private static Optional<LocalDate> day(SheetRow row, Column column, List<String> problems) {
        String words = row.text(column);
        Optional<LocalDate> day = words.isEmpty() ? Optional.empty() : Days.read(words);
        if (!words.isEmpty() && day.isEmpty()) {
            problems.add("Cột \"" + column.heading() + "\" không phải một ngày có thật, ví dụ 01/07/2025.");
        }
        return day;
    }
}
