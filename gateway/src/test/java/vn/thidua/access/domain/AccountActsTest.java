package vn.thidua.access.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.access.domain.AccessFixture.COMMUNE;
import static vn.thidua.access.domain.AccessFixture.ROOT;
import static vn.thidua.access.domain.AccessFixture.TODAY;
import static vn.thidua.access.domain.AccessFixture.administrator;
import static vn.thidua.access.domain.AccessFixture.bind;
import static vn.thidua.access.domain.AccessFixture.name;
import static vn.thidua.access.domain.AccessFixture.open;
import static vn.thidua.access.domain.AccessFixture.role;
import static vn.thidua.access.domain.AccessFixture.sealed;
import static vn.thidua.access.domain.AccessFixture.self;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thidua.access.domain.account.AccountCommand;
import vn.thidua.access.domain.account.AccountCommand.ChangeAccount;
import vn.thidua.access.domain.account.AccountCommand.ChangePassword;
import vn.thidua.access.domain.account.AccountCommand.CloseAccount;
import vn.thidua.access.domain.account.AccountCommand.EndRole;
import vn.thidua.access.domain.account.AccountCommand.FollowPerson;
import vn.thidua.access.domain.account.AccountCommand.ForgetPerson;
import vn.thidua.access.domain.account.AccountCommand.LinkIdentity;
import vn.thidua.access.domain.account.AccountCommand.LockAccount;
import vn.thidua.access.domain.account.AccountCommand.NewRole;
import vn.thidua.access.domain.account.AccountCommand.OpenAccounts;
import vn.thidua.access.domain.account.AccountCommand.Password;
import vn.thidua.access.domain.account.AccountCommand.SetPassword;
import vn.thidua.access.domain.account.AccountCommand.UnlockAccount;
import vn.thidua.access.domain.account.AccountEvent;
import vn.thidua.access.domain.account.AccountRejection;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.access.domain.account.By;
import vn.thidua.access.domain.account.ClaimEvent;

class AccountActsTest {

    private final AccessFixture access = new AccessFixture();

    @Test
    void anAccountIsOpenedWithItsNameItsPasswordAndItsRolesInOneCommit() {
        List<Object> events = access.when(open("a", role("r1", AccountRole.OFFICER, "x")));

        assertThat(events.getFirst()).isInstanceOf(AccountEvent.AccountOpened.class);
        assertThat(events)
                .contains(
                        new AccountEvent.PasswordSet("a", "x", sealed("a", "hash"), true, "root"),
                        new AccountEvent.RoleBound(
                                "a", "x", "p-a", "r1", AccountRole.OFFICER, "x", TODAY, null, "root"))
                .filteredOn(ClaimEvent.ClaimTaken.class::isInstance)
                .hasSize(2);
    }

    @Test
    void aNameAPersonAndAnIdentityBelongToOneAccount() {
        access.given(open("a"), open("b"));

        assertThat(access.refused(new ChangeAccount("b", name("b", "a"), null, null, ROOT)))
                .isEqualTo(new AccountRejection.NameTaken());
        AccountCommand.OpenAccount samePerson =
                new AccountCommand.OpenAccount("c", "x", "p-a", name("c", "c"), null, List.of(), ROOT, TODAY);
        assertThat(access.refused(samePerson)).isEqualTo(new AccountRejection.PersonHasAccount());
        var identity = new AccountCommand.Identity(sealed("a", "issuer subject"), "index-identity");
        access.given(new LinkIdentity("a", identity, ROOT));
        assertThat(access.refused(new LinkIdentity("b", identity, ROOT)))
                .isEqualTo(new AccountRejection.IdentityTaken());
    }

    @Test
    void aListIsOpenedAsAWholeOrNotAtAll() {
        access.given(open("a"));
        var twice = new AccountCommand.OpenAccount("c", "x", "p-c", name("c", "a"), null, List.of(), ROOT, TODAY);

        assertThat(access.refused(new OpenAccounts(List.of(open("b"), twice))))
                .isEqualTo(new AccountRejection.NameTaken());
        assertThat(access.when(new OpenAccounts(List.of(open("b"), open("c")))))
                .filteredOn(AccountEvent.AccountOpened.class::isInstance)
                .hasSize(2);
    }

    @Test
    void anotherNameFreesTheOneBefore() {
        access.given(open("a"), new ChangeAccount("a", name("a", "anew"), null, null, ROOT));

        var taken = new AccountCommand.OpenAccount("b", "x", "p-b", name("b", "a"), null, List.of(), ROOT, TODAY);
        assertThat(access.when(taken)).isNotEmpty();
    }

    @Test
    void nobodyGivesThemselvesARole() {
        access.given(administrator("a"), open("b"));
        NewRole role = role("r1", AccountRole.OFFICER, "x");

        assertThat(access.refused(bind("a", role, self("a")))).isEqualTo(new AccountRejection.OwnRole());
        // nor by way of another account, or of whom they act for
        assertThat(access.refused(bind("a", role, new By("z", "p-a", null, true, true))))
                .isEqualTo(new AccountRejection.OwnRole());
        assertThat(access.refused(bind("a", role, new By("z", "p-z", "p-a", true, true))))
                .isEqualTo(new AccountRejection.OwnRole());
        assertThat(access.when(bind("b", role, self("a")))).hasSize(1);
    }

    @Test
    void onlyATopMakesAdministratorsAndOnlyTheInstallationsOwnMakesItsOwn() {
        access.given(open("a"));
        By top = new By("t", "p-t", null, false, true);

        assertThat(access.refused(bind("a", role("r1", AccountRole.ADMIN, "x"), COMMUNE)))
                .isEqualTo(new AccountRejection.OnlyTopAdministrator());
        assertThat(access.refused(bind("a", role("r1", AccountRole.ADMIN, null), top)))
                .isEqualTo(new AccountRejection.OnlyAdministrator());
        assertThat(access.when(bind("a", role("r1", AccountRole.ADMIN, "x"), top)))
                .hasSize(1);
        assertThat(access.refused(new EndRole("a", "r1", TODAY, COMMUNE, TODAY)))
                .isEqualTo(new AccountRejection.OnlyTopAdministrator());
    }

    @Test
    void aRoleHoldsForAUnitAndOnceAtATime() {
        access.given(open("a", role("r1", AccountRole.OFFICER, "x")));

        assertThat(access.refused(bind("a", role("r2", AccountRole.OFFICER, "x"), ROOT)))
                .isEqualTo(new AccountRejection.RoleHeldAlready());
        assertThat(access.refused(bind("a", role("r2", AccountRole.LEADER, null), ROOT)))
                .isEqualTo(new AccountRejection.RoleNeedsUnit());
        assertThat(access.refused(
                        bind("a", new NewRole("r2", AccountRole.LEADER, "x", TODAY, TODAY.minusDays(1)), ROOT)))
                .isEqualTo(new AccountRejection.PeriodReversed("until"));
        access.given(new EndRole("a", "r1", TODAY.minusDays(1), ROOT, TODAY));
        assertThat(access.when(bind("a", role("r2", AccountRole.OFFICER, "x"), ROOT)))
                .hasSize(1);
    }

    @Test
    void whatWasHeldWasHeld() {
        access.given(open("a", new NewRole("r1", AccountRole.OFFICER, "x", TODAY.minusDays(9), TODAY.plusDays(9))));

        assertThat(access.refused(new EndRole("a", "r1", TODAY.minusDays(2), ROOT, TODAY)))
                .isEqualTo(new AccountRejection.LastDayPast());
        assertThat(access.refused(new EndRole("a", "r1", TODAY.plusDays(9), ROOT, TODAY)))
                .isEqualTo(new AccountRejection.EndedAlready(TODAY.plusDays(9)));
        assertThat(access.refused(new EndRole("a", "none", TODAY, ROOT, TODAY)))
                .isEqualTo(new AccountRejection.UnknownBinding());
    }

    @Test
    void anAccountWithoutAPersonAdministersAndNothingElse() {
        var services = new AccountCommand.OpenAccount("s", null, null, name("s", "s"), null, List.of(), ROOT, TODAY);
        access.given(services);

        assertThat(access.refused(bind("s", role("r1", AccountRole.OFFICER, "x"), ROOT)))
                .isEqualTo(new AccountRejection.RoleNeedsPerson());
        assertThat(access.when(new ChangeAccount("s", null, null, "p-s", ROOT))).isNotEmpty();
        assertThat(access.refused(new ChangeAccount("s", null, null, "p-t", ROOT)))
                .isEqualTo(new AccountRejection.PersonStays());
    }

    @Test
    void aChangedPasswordDoesNotUndoTheOneThatAnAdministratorHasSetMeanwhile() {
        access.given(open("a"));
        Password wanted = new Password(sealed("a", "wanted"), false);
        // the old one was asked for when there had been one change, the first
        access.given(new SetPassword("a", new Password(sealed("a", "reset"), true), ROOT));

        assertThat(access.refused(new ChangePassword("a", wanted, 1, self("a"))))
                .isEqualTo(new AccountRejection.PasswordChangedMeanwhile());
        assertThat(access.when(new ChangePassword("a", wanted, 2, self("a"))))
                .containsExactly(new AccountEvent.PasswordSet("a", "x", sealed("a", "wanted"), false, "a"));
        access.given(new LockAccount("a", sealed("a", "nghỉ việc"), ROOT));
        assertThat(access.refused(new ChangePassword("a", wanted, 3, self("a"))))
                .isEqualTo(new AccountRejection.PasswordChangedMeanwhile());
    }

    @Test
    void whoIsLockedDoesNotUnlockThemselves() {
        access.given(open("a"), new LockAccount("a", sealed("a", "nghỉ việc"), ROOT));

        assertThat(access.refused(new UnlockAccount("a", sealed("a", "về lại"), self("a"))))
                .isEqualTo(new AccountRejection.OwnLock());
        assertThat(access.refused(new LockAccount("a", sealed("a", "lần nữa"), ROOT)))
                .isEqualTo(new AccountRejection.LockedAlready());
        assertThat(access.when(new UnlockAccount("a", sealed("a", "về lại"), ROOT)))
                .containsExactly(new AccountEvent.AccountUnlocked("a", "x", sealed("a", "về lại"), "root"));
    }

    @Test
    void whatAClosedAccountHadIsFreeForAnother() {
        access.given(open("a"), new CloseAccount("a", sealed("a", "nghỉ việc"), ROOT));

        assertThat(access.refused(new LockAccount("a", sealed("a", "x"), ROOT)))
                .isEqualTo(new AccountRejection.Closed());
        var again = new AccountCommand.OpenAccount("b", "x", "p-a", name("b", "a"), null, List.of(), ROOT, TODAY);
        assertThat(access.when(again)).isNotEmpty();
    }

    @Test
    void anErasureEndsAllAccountsOfThePersonAndLetsNoneBeOpened() {
        access.given(open("a"), new CloseAccount("a", sealed("a", "nghỉ việc"), ROOT));
        var again = new AccountCommand.OpenAccount("b", "x", "p-a", name("b", "a"), null, List.of(), ROOT, TODAY);
        access.given(again);

        assertThat(access.when(new ForgetPerson("p-a")))
                .filteredOn(AccountEvent.AccountClosed.class::isInstance)
                .extracting(event -> ((AccountEvent.AccountClosed) event).account())
                .containsExactly("a", "b");
        var third = new AccountCommand.OpenAccount("c", "x", "p-a", name("c", "c"), null, List.of(), ROOT, TODAY);
        assertThat(access.refused(third)).isEqualTo(new AccountRejection.PersonHasAccount());
        var named = new AccountCommand.OpenAccount("c", "x", "p-c", name("c", "a"), null, List.of(), ROOT, TODAY);
        assertThat(access.when(named)).isNotEmpty();
        // nobody who ever had an account
        assertThat(access.when(new ForgetPerson("p-z"))).hasSize(1);
    }

    @Test
    void anAccountFollowsItsPersonWhenTwoRecordsTurnOutToBeOfOneHuman() {
        access.given(open("a"), open("b"), open("gone"), new CloseAccount("gone", sealed("gone", "nghỉ"), ROOT));

        // p-c had none; then p-c was found to be p-b, who has one
        assertThat(access.when(new FollowPerson("p-a", "p-c")))
                .filteredOn(AccountEvent.class::isInstance)
                .containsExactly(
                        new AccountEvent.AccountChanged("a", "x", "p-c", sealed("a", "a"), "index-a", "system"));
        assertThat(access.when(new FollowPerson("p-a", "p-c"))).isEmpty();
        assertThat(access.when(new FollowPerson("p-c", "p-b")))
                .hasExactlyElementsOfTypes(
                        AccountEvent.AccountChanged.class, ClaimEvent.ClaimShared.class, ClaimEvent.ClaimBarred.class);
        assertThat(access.when(new FollowPerson("p-gone", "p-b")))
                .hasExactlyElementsOfTypes(ClaimEvent.ClaimBarred.class);

        // whoever is one human does not give themselves a role by the other account
        assertThat(access.refused(bind("a", role("r", AccountRole.OFFICER, "x"), self("b"))))
                .isEqualTo(new AccountRejection.OwnRole());
        for (String joined : List.of("p-a", "p-c", "p-b")) {
            assertThat(access.refused(new AccountCommand.OpenAccount(
                            "d", "x", joined, name("d", "d"), null, List.of(), ROOT, TODAY)))
                    .isEqualTo(new AccountRejection.PersonHasAccount());
        }
        // an erasure finds both, whichever record it names
        assertThat(access.when(new ForgetPerson("p-b")))
                .filteredOn(AccountEvent.AccountClosed.class::isInstance)
                .extracting(event -> ((AccountEvent.AccountClosed) event).account())
                .containsExactly("a", "b");
    }
}
