package vn.thidua.access.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.access.view.AccountRow;
import vn.thidua.access.view.AccountRow.AccountState;
import vn.thidua.access.view.AccountRow.DelegationRow;
import vn.thidua.access.view.AccountRow.RoleRow;

/** What goes out about accounts. */
final class AccountAnswers {

    private AccountAnswers() {}

    /**
     * A role through time.
     *
     * @param unit absent: the whole installation
     * @param until last day; absent without end
     * @param by account or client that gave it
     */
    record RoleAnswer(
            String id,
            AccountRole role,
            @Nullable String unit,
            LocalDate from,
            @Nullable LocalDate until,
            String by) {

        static RoleAnswer of(RoleRow row) {
            return new RoleAnswer(row.id(), row.role(), row.unit(), row.from(), row.until(), row.by());
        }
    }

    /**
     * A delegation.
     *
     * @param roles ids of roles of the giver
     */
    record DelegationAnswer(
            String id,
            String from,
            @Nullable String fromPerson,
            @Nullable String fromName,
            String to,
            String toPerson,
            @Nullable String toName,
            List<String> roles,
            LocalDate begins,
            LocalDate until,
            boolean holds) {

        static DelegationAnswer of(DelegationRow row, Map<String, String> names, LocalDate day) {
            String person = row.fromPerson();
            return new DelegationAnswer(
                    row.id(),
                    row.from(),
                    person,
                    person == null ? null : names.get(person),
                    row.to(),
                    row.toPerson(),
                    names.get(row.toPerson()),
                    row.bindings(),
                    row.begins(),
                    row.until(),
                    row.holdsOn(day));
        }
    }

    /**
     * An account in a list.
     *
     * @param name absent after an erasure
     * @param personName absent if unknown or erased
     * @param roles held on the day asked for
     */
    record AccountItem(
            String id,
            @Nullable String name,
            @Nullable String unit,
            @Nullable String person,
            @Nullable String personName,
            AccountState state,
            boolean mustChangePassword,
            List<RoleAnswer> roles) {

        static AccountItem of(AccountRow row, Map<String, String> names, LocalDate day) {
            String person = row.person();
            return new AccountItem(
                    row.id(),
                    row.name(),
                    row.unit(),
                    person,
                    person == null ? null : names.get(person),
                    row.state(),
                    row.mustChangePassword(),
                    row.roles().stream()
                            .filter(role -> role.holdsOn(day))
                            .map(RoleAnswer::of)
                            .toList());
        }
    }

    /**
     * An account with its past.
     *
     * @param lockReason why it is locked
     * @param identities how many outside identities are linked
     */
    record AccountAnswer(
            String id,
            @Nullable String name,
            @Nullable String unit,
            @Nullable String person,
            @Nullable String personName,
            AccountState state,
            @Nullable String lockReason,
            boolean mustChangePassword,
            @Nullable String passwordSet,
            List<String> identities,
            List<RoleAnswer> roles,
            List<DelegationAnswer> given,
            List<DelegationAnswer> got,
            boolean erased) {}

    /**
     * What was made, with a password for one sign-in.
     *
     * @param oneTimePassword shown once; absent if none was made, and when the same request comes again
     */
    record Opened(String id, @Nullable String oneTimePassword) {}
}
