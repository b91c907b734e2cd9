package vn.thidua.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.thidua.access.domain.account.AccountEvent;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.access.domain.account.AdministratorsEvent;
import vn.thidua.access.domain.account.ClaimEvent;
import vn.thidua.access.domain.client.ClientEvent;
import vn.thidua.access.domain.client.ClientScope;
import vn.thidua.platform.values.Sealed;

/** One event of each kind, with the same facts as the samples of the contracts. */
public final class EventSamples {

    private static final String UNIT = id(3);
    private static final LocalDate FROM = LocalDate.of(2025, 7, 1);

    private EventSamples() {}

    public static String id(int n) {
        return "01940000-0000-7000-8000-%012d".formatted(n);
    }

    public static Sealed sealed(int account) {
        return new Sealed("account:" + id(account), "k1", "AAECAwQFBgcICQoL", "c2VhbGVkIG5hbWUgYW5kIGl0cyB0YWc=");
    }

    public static List<AccountEvent> accounts() {
        return List.of(
                new AccountEvent.AccountOpened(id(601), UNIT, id(101), sealed(601), "9f86d081", id(600)),
                new AccountEvent.AccountChanged(id(601), UNIT, id(101), sealed(601), "60303ae2", id(600)),
                new AccountEvent.PasswordSet(id(601), UNIT, sealed(601), true, id(600)),
                new AccountEvent.RoleBound(
                        id(601),
                        UNIT,
                        id(101),
                        id(611),
                        AccountRole.OFFICER,
                        UNIT,
                        FROM,
                        LocalDate.of(2030, 6, 30),
                        id(600)),
                new AccountEvent.RoleEnded(
                        id(601),
                        UNIT,
                        id(101),
                        id(611),
                        AccountRole.OFFICER,
                        UNIT,
                        FROM,
                        LocalDate.of(2026, 3, 31),
                        id(600)),
                new AccountEvent.DelegationGiven(
                        id(601),
                        UNIT,
                        id(101),
                        id(621),
                        id(602),
                        id(102),
                        List.of(id(611)),
                        LocalDate.of(2026, 1, 5),
                        LocalDate.of(2026, 1, 16),
                        id(601)),
                new AccountEvent.DelegationEnded(
                        id(601),
                        UNIT,
                        id(101),
                        id(621),
                        id(602),
                        id(102),
                        LocalDate.of(2026, 1, 5),
                        LocalDate.of(2026, 1, 9),
                        id(602)),
                new AccountEvent.AccountLocked(id(601), UNIT, sealed(601), id(600)),
                new AccountEvent.AccountUnlocked(id(601), UNIT, sealed(601), id(600)),
                new AccountEvent.IdentityLinked(id(601), UNIT, sealed(601), "fd61a03a", id(600)),
                new AccountEvent.IdentityUnlinked(id(601), UNIT, "fd61a03a", id(600)),
                new AccountEvent.AccountClosed(id(601), UNIT, id(101), "60303ae2", sealed(601), false, id(600)));
    }

    public static List<ClaimEvent> claims() {
        return List.of(
                new ClaimEvent.ClaimTaken(id(651), id(601)),
                new ClaimEvent.ClaimShared(id(651), id(602)),
                new ClaimEvent.ClaimFreed(id(651), id(601)),
                new ClaimEvent.ClaimBarred(id(651)));
    }

    public static List<AdministratorsEvent> administrators() {
        return List.of(
                new AdministratorsEvent.AdministratorStands(id(661), id(601)),
                new AdministratorsEvent.AdministratorGone(id(661), id(601)));
    }

    public static List<ClientEvent> clients() {
        Instant at = Instant.parse("2026-01-05T01:00:00Z");
        return List.of(
                new ClientEvent.ClientRegistered(
                        id(631),
                        UNIT,
                        "Phần mềm quản lý văn bản",
                        List.of(ClientScope.ORGANIZATION_READ, ClientScope.PLAN_READ),
                        Instant.parse("2027-01-01T00:00:00Z"),
                        id(600)),
                new ClientEvent.SecretIssued(
                        id(631), UNIT, id(641), "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg", at, id(600)),
                new ClientEvent.SecretEnded(id(631), UNIT, id(641), Instant.parse("2026-02-05T01:00:00Z"), id(600)),
                new ClientEvent.ClientRevoked(id(631), UNIT, id(600)));
    }
}
