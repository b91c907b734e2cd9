package vn.thidua.access.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.access.domain.AccessFixture.ROOT;
import static vn.thidua.access.domain.AccessFixture.TODAY;
import static vn.thidua.access.domain.AccessFixture.administrator;
import static vn.thidua.access.domain.AccessFixture.open;
import static vn.thidua.access.domain.AccessFixture.role;
import static vn.thidua.access.domain.AccessFixture.sealed;
import static vn.thidua.access.domain.AccessFixture.self;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.access.domain.account.AccountCommand.Delegate;
import vn.thidua.access.domain.account.AccountCommand.EndDelegation;
import vn.thidua.access.domain.account.AccountCommand.LockAccount;
import vn.thidua.access.domain.account.AccountCommand.NewRole;
import vn.thidua.access.domain.account.AccountEvent;
import vn.thidua.access.domain.account.AccountRejection;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.access.domain.account.By;

class DelegationTest {

    private static final LocalDate END = TODAY.plusDays(20);

    private final AccessFixture access = new AccessFixture();

    @BeforeEach
    void aLeaderAndADeputy() {
        access.given(
                open(
                        "lead",
                        role("r1", AccountRole.LEADER, "x"),
                        new NewRole("r2", AccountRole.OFFICER, "x", TODAY, END)),
                open("deputy"),
                administrator("chief"));
    }

    private static Delegate lend(String from, String to, By by, String... bindings) {
        return new Delegate(from, "d1", to, List.of(bindings), TODAY, END, by, TODAY);
    }

    @Test
    void ownRolesAreLentForATime() {
        assertThat(access.when(lend("lead", "deputy", self("lead"), "r1", "r2")))
                .containsExactly(new AccountEvent.DelegationGiven(
                        "lead", "x", "p-lead", "d1", "deputy", "p-deputy", List.of("r1", "r2"), TODAY, END, "lead"));
        assertThat(access.when(new EndDelegation("lead", "d1", TODAY, self("deputy"), TODAY)))
                .containsExactly(new AccountEvent.DelegationEnded(
                        "lead", "x", "p-lead", "d1", "deputy", "p-deputy", TODAY, TODAY, "deputy"));
        assertThat(access.refused(new EndDelegation("lead", "none", TODAY, ROOT, TODAY)))
                .isEqualTo(new AccountRejection.UnknownDelegation());
    }

    @Test
    void whatIsNotOnesOwnIsNotLentNorWhatWasLent() {
        access.given(lend("lead", "deputy", self("lead"), "r1"), open("third"));

        assertThat(access.refused(lend("deputy", "third", self("deputy"), "r1")))
                .isEqualTo(new AccountRejection.OnlyOwnRoles());
        By acting = new By("deputy", "p-deputy", "p-lead", false, false);
        assertThat(access.refused(lend("lead", "third", acting, "r1"))).isEqualTo(new AccountRejection.OnlyOwnRoles());
    }

    @Test
    void nobodyLendsThemselvesTheRolesOfAnother() {
        assertThat(access.refused(lend("lead", "deputy", self("deputy"), "r1")))
                .isEqualTo(new AccountRejection.OwnRole());
        assertThat(access.refused(lend("lead", "lead", self("lead"), "r1")))
                .isEqualTo(new AccountRejection.DelegationNeedsPerson());
    }

    @Test
    void administrationIsNotLent() {
        assertThat(access.refused(lend("chief", "deputy", ROOT, "admin-chief")))
                .isEqualTo(new AccountRejection.RoleNotDelegable());
    }

    @Test
    void aDelegationLiesWithinTheRoleAndWithinAYear() {
        Delegate beyond =
                new Delegate("lead", "d1", "deputy", List.of("r2"), TODAY, END.plusDays(1), self("lead"), TODAY);
        Delegate forEver =
                new Delegate("lead", "d1", "deputy", List.of("r1"), TODAY, TODAY.plusDays(366), self("lead"), TODAY);
        Delegate reversed =
                new Delegate("lead", "d1", "deputy", List.of("r1"), TODAY, TODAY.minusDays(1), self("lead"), TODAY);

        assertThat(access.refused(beyond)).isEqualTo(new AccountRejection.RoleNotHeldLongEnough(END));
        assertThat(access.refused(forEver)).isEqualTo(new AccountRejection.DelegationTooLong(366));
        assertThat(access.refused(reversed)).isEqualTo(new AccountRejection.PeriodReversed("until"));
    }

    @Test
    void whoCannotSignInGetsNothing() {
        access.given(new LockAccount("deputy", sealed("deputy", "nghỉ"), ROOT));

        assertThat(access.refused(lend("lead", "deputy", self("lead"), "r1")))
                .isEqualTo(new AccountRejection.ReceiverNotReady());
        assertThat(access.refused(lend("lead", "nobody", self("lead"), "r1")))
                .isEqualTo(new AccountRejection.UnknownReceiver());
    }
}
