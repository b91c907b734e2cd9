package vn.thidua.access.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.access.domain.AccessFixture.ROOT;
import static vn.thidua.access.domain.AccessFixture.TODAY;
import static vn.thidua.access.domain.AccessFixture.administrator;
import static vn.thidua.access.domain.AccessFixture.name;
import static vn.thidua.access.domain.AccessFixture.open;
import static vn.thidua.access.domain.AccessFixture.role;
import static vn.thidua.access.domain.AccessFixture.sealed;

import org.junit.jupiter.api.Test;
import vn.thidua.access.domain.account.AccountCommand.CloseAccount;
import vn.thidua.access.domain.account.AccountCommand.EndRole;
import vn.thidua.access.domain.account.AccountCommand.ForgetPerson;
import vn.thidua.access.domain.account.AccountCommand.LockAccount;
import vn.thidua.access.domain.account.AccountCommand.NewRole;
import vn.thidua.access.domain.account.AccountCommand.OpenFirstAdministrator;
import vn.thidua.access.domain.account.AccountCommand.Password;
import vn.thidua.access.domain.account.AccountCommand.ResetAdministrator;
import vn.thidua.access.domain.account.AccountCommand.UnlockAccount;
import vn.thidua.access.domain.account.AccountEvent;
import vn.thidua.access.domain.account.AccountRejection;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.access.domain.account.AdministratorsEvent;

class AdministratorsTest {

    private final AccessFixture access = new AccessFixture();

    private static OpenFirstAdministrator first(String account) {
        return new OpenFirstAdministrator(
                account, "b-" + account, name(account, "quantri"), new Password(sealed(account, "hash"), true), TODAY);
    }

    @Test
    void theFirstAdministratorIsOpenedOnce() {
        assertThat(access.when(first("a")).getFirst()).isInstanceOf(AccountEvent.AccountOpened.class);

        assertThat(access.refused(first("b"))).isEqualTo(new AccountRejection.AdministratorThere());
    }

    @Test
    void theLastAdministratorIsNeitherLockedNorClosedNorPutOut() {
        access.given(administrator("a"), administrator("b"), new LockAccount("b", sealed("b", "nghỉ"), ROOT));

        assertThat(access.refused(new LockAccount("a", sealed("a", "nghỉ"), ROOT)))
                .isEqualTo(new AccountRejection.LastAdministrator());
        assertThat(access.refused(new CloseAccount("a", sealed("a", "nghỉ"), ROOT)))
                .isEqualTo(new AccountRejection.LastAdministrator());
        assertThat(access.refused(new EndRole("a", "admin-a", TODAY, ROOT, TODAY)))
                .isEqualTo(new AccountRejection.LastAdministrator());
        access.given(new UnlockAccount("b", sealed("b", "về"), ROOT));
        assertThat(access.when(new EndRole("a", "admin-a", TODAY, ROOT, TODAY)))
                .filteredOn(AdministratorsEvent.AdministratorGone.class::isInstance)
                .hasSize(1);
    }

    @Test
    void theRoleForTheWholeInstallationHasNoEndInAdvance() {
        access.given(open("a"));

        assertThat(access.refused(AccessFixture.bind(
                        "a", new NewRole("r", AccountRole.ADMIN, null, TODAY, TODAY.plusDays(30)), ROOT)))
                .isEqualTo(new AccountRejection.AdministratorWithoutEnd());
        assertThat(access.refused(AccessFixture.bind(
                        "a", new NewRole("r", AccountRole.ADMIN, null, TODAY.plusDays(1), null), ROOT)))
                .isEqualTo(new AccountRejection.AdministratorWithoutEnd());
        assertThat(access.when(AccessFixture.bind("a", role("r", AccountRole.ADMIN, null), ROOT)))
                .hasSize(2);
    }

    @Test
    void anErasureDoesNotAskWhetherAnotherStands() {
        access.given(administrator("a"));

        assertThat(access.when(new ForgetPerson("p-a")))
                .filteredOn(AdministratorsEvent.AdministratorGone.class::isInstance)
                .hasSize(1);
    }

    @Test
    void onTheMachineItselfALockedAdministratorGetsInAgain() {
        access.given(
                administrator("a"), administrator("b"), new LockAccount("a", sealed("a", "nghỉ"), ROOT), open("c"));
        Password fresh = new Password(sealed("a", "new"), true);

        assertThat(access.when(new ResetAdministrator("a", fresh, sealed("a", "reset-admin"))))
                .hasExactlyElementsOfTypes(
                        AccountEvent.PasswordSet.class,
                        AccountEvent.AccountUnlocked.class,
                        AdministratorsEvent.AdministratorStands.class);
        assertThat(access.refused(new ResetAdministrator("c", fresh, sealed("c", "reset-admin"))))
                .isEqualTo(new AccountRejection.NoAdministrator());
    }
}
