package vn.thidua.access.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.access.api.AccountListCheck.Checked;
import vn.thidua.access.api.AccountListCheck.WantedRole;
import vn.thidua.access.domain.account.AccountCommand;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.access.domain.account.By;
import vn.thidua.access.sheet.AccountSheet;
import vn.thidua.access.sheet.SheetException;
import vn.thidua.access.view.SignInNames;
import vn.thidua.platform.context.Accepted;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.sheet.Column;
import vn.thidua.platform.web.command.CommandAnswers;
import vn.thidua.platform.web.command.CommandRequest;
import vn.thidua.platform.web.command.UploadRequest;
import vn.thidua.platform.web.problem.FieldProblem;
import vn.thidua.platform.web.problem.ProblemException;
import vn.thidua.platform.web.problem.ProblemType;
import vn.thidua.platform.web.read.Workbooks;

/** Accounts from a list (XLSX or CSV, the bytes of the body): looked at row by row, then opened all at once or not at all. */
@RestController
@RequestMapping("/api/v1/access/imports")
class ImportsApi {

    private static final int PROBLEMS_MOST = 100;

    private final Commands commands;
    private final Administering administering;
    private final AccountListCheck check;
    private final OneTimePasswords passwords;
    private final KeyRing keys;

    ImportsApi(
            Commands accessCommands,
            Administering administering,
            AccountListCheck check,
            OneTimePasswords passwords,
            KeyRing keys) {
        this.commands = accessCommands;
        this.administering = administering;
        this.check = check;
        this.passwords = passwords;
        this.keys = keys;
    }

    /**
     * What a row would open.
     *
     * @param row number as the sheet shows it
     * @param problems in Vietnamese, each with the remedy; empty: it can be opened
     */
    record RowAnswer(
            int row,
            String name,
            @Nullable String person,
            @Nullable String personName,
            @Nullable String unit,
            @Nullable String unitName,
            List<AccountRole> roles,
            List<String> problems) {}

    /** @param acceptable whether the list can be opened as it is */
    record Preview(boolean acceptable, int wrong, List<RowAnswer> rows) {}

    /** The workbook to fill in. */
    @GetMapping("/template.xlsx")
    @Access(relation = Relation.ROLE, roles = Role.ADMIN, scopes = "operations")
    ResponseEntity<byte[]> template() throws IOException {
        List<Column<String>> columns = new ArrayList<>();
        for (AccountSheet.Column column : AccountSheet.Column.values()) {
            columns.add(Column.text(column.heading(), 24, role -> column == AccountSheet.Column.ROLE ? role : null));
        }
        // each role once, to be copied
        List<String> roles = Arrays.stream(AccountRole.values()).map(Words::of).toList();
        return Workbooks.answer("mau-tai-khoan.xlsx", "Tài khoản", columns, roles);
    }

    /** Nothing is kept. */
    @PostMapping(path = "/preview", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Access(relation = Relation.ROLE, roles = Role.ADMIN, scopes = "operations")
    Preview preview(Scope scope, UploadRequest from) throws IOException {
        List<Checked> rows = checked(from.read(AccountSheet.MOST_BYTES), scope);
        long wrong = rows.stream().filter(row -> !row.problems().isEmpty()).count();
        return new Preview(
                wrong == 0,
                Math.toIntExact(wrong),
                rows.stream()
                        .map(row -> new RowAnswer(
                                row.row(),
                                row.name(),
                                row.person(),
                                row.personName(),
                                row.unit(),
                                row.unitName(),
                                row.roles().stream().map(WantedRole::role).toList(),
                                row.problems()))
                        .toList());
    }

    private List<Checked> checked(byte[] bytes, Scope scope) {
        try {
            return check.check(AccountSheet.read(bytes), scope, administering.by(scope));
        } catch (SheetException e) {
            throw new ProblemException(ProblemType.INVALID, new FieldProblem("body", e.vietnamese(), e.english()));
        }
    }

    /** An account and the password that is shown once. */
    private record Line(Checked row, String password) {}

    /** All of it in one commit; the answer is the list with passwords for one sign-in, shown once. */
    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Access(relation = Relation.ROLE, roles = Role.ADMIN, scopes = "operations")
    ResponseEntity<byte[]> open(Scope scope, UploadRequest from) throws IOException {
        byte[] bytes = from.read(AccountSheet.MOST_BYTES);
        List<Checked> rows = checked(bytes, scope);
        mustBeRight(rows);
        By by = administering.by(scope);
        List<Line> lines = new ArrayList<>();
        List<AccountCommand.OpenAccount> accounts = new ArrayList<>();
        for (Checked row : rows) {
            String id = Ids.fresh();
            String password = passwords.fresh();
            lines.add(new Line(row, password));
            accounts.add(new AccountCommand.OpenAccount(
                    id,
                    row.unit(),
                    row.person(),
                    new AccountCommand.Name(
                            keys.seal(SignInNames.sealedFor(id), row.name()), SignInNames.index(keys, row.name())),
                    passwords.of(id, password),
                    row.roles().stream()
                            .map(role -> new AccountCommand.NewRole(
                                    Ids.fresh(), role.role(), role.unit(), role.from(), role.until()))
                            .toList(),
                    by,
                    scope.today()));
        }
        CommandRequest request = from.command(bytes);
        Accepted accepted = request.send(commands, new AccountCommand.OpenAccounts(accounts));
        ResponseEntity<byte[]> list = workbook(lines, accepted.repeated());
        return ResponseEntity.ok()
                .headers(CommandAnswers.changed(request, accepted).getHeaders())
                .headers(list.getHeaders())
                .body(list.getBody());
    }

    private static ResponseEntity<byte[]> workbook(List<Line> lines, boolean repeated) throws IOException {
        List<Column<Line>> columns = List.of(
                Column.text("Tên đăng nhập", 24, line -> line.row().name()),
                Column.text("Họ và tên", 30, line -> line.row().personName()),
                Column.text("Đơn vị", 36, line -> line.row().unitName()),
                Column.text("Mật khẩu dùng một lần", 24, line -> repeated ? null : line.password()));
        return Workbooks.answer("tai-khoan-moi.xlsx", "Tài khoản mới", columns, lines);
    }

    private static void mustBeRight(List<Checked> rows) {
        List<FieldProblem> problems = rows.stream()
                .filter(row -> !row.problems().isEmpty())
                .limit(PROBLEMS_MOST)
                .map(row -> new FieldProblem(
                        "rows[" + row.row() + "]",
                        row.problems().stream().collect(Collectors.joining(" ")),
                        "This row cannot be opened as it is; see the preview."))
                .toList();
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID, problems.toArray(FieldProblem[]::new));
        }
    }
}
