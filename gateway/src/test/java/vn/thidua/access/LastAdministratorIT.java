package vn.thidua.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import vn.thidua.access.domain.account.AccountCommand;
import vn.thidua.access.domain.account.AccountCommand.EndRole;
import vn.thidua.access.domain.account.AccountCommand.LockAccount;
import vn.thidua.access.domain.account.AccountCommand.Name;
import vn.thidua.access.domain.account.AccountCommand.NewRole;
import vn.thidua.access.domain.account.AccountCommand.OpenAccount;
import vn.thidua.access.domain.account.AccountCommand.OpenFirstAdministrator;
import vn.thidua.access.domain.account.AccountCommand.Password;
import vn.thidua.access.domain.account.AccountRejection;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.access.domain.account.Administrators;
import vn.thidua.access.domain.account.By;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.context.ContextSettings;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Tokens;
import vn.thidua.platform.values.RejectedException;
import vn.thidua.platform.values.Rejection;
import vn.thidua.platform.values.Sealed;

/** Two gateways on one store: whoever puts whom out at the same time, one administrator stands. */
class LastAdministratorIT {

    private static final int ADMINISTRATORS = 8;
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Act ACT = new Act("root", List.of(), null, "test", "test", null);

    private static ContextRuntime open(String databases) {
        return ContextRuntime.open(
                AccessContext.spec(text -> Optional.of(text.ct()), _ -> {}),
                ContextSettings.of(
                                Tokens.INSTALLATION,
                                Backends.mongoUri(),
                                null,
                                new SecretKeySpec(
                                        Base64.getDecoder().decode(RunningAccess.KEY_ENCRYPTION_KEY), "HmacSHA256"))
                        .withDatabases(databases));
    }

    private static Sealed sealed(String account, String text) {
        return new Sealed("account:" + account, "k", "iv", text);
    }

    private static Password password(String account) {
        return new Password(sealed(account, "hash"), true);
    }

    /** What came of it: nothing, or why it was refused; all at the same moment, by turns on either. */
    private static List<Optional<Rejection>> atOnce(List<ContextRuntime> gateways, List<AccountCommand> commands)
            throws Exception {
        var go = new CountDownLatch(1);
        List<Future<Optional<Rejection>>> futures = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < commands.size(); i++) {
                ContextRuntime gateway = gateways.get(i % gateways.size());
                AccountCommand command = commands.get(i);
                Callable<Optional<Rejection>> one = () -> {
                    go.await();
                    try {
                        gateway.commands().send(command, ACT);
                        return Optional.empty();
                    } catch (RejectedException e) {
                        return Optional.of(e.rejection());
                    }
                };
                futures.add(threads.submit(one));
            }
            go.countDown();
            List<Optional<Rejection>> outcomes = new ArrayList<>();
            for (Future<Optional<Rejection>> future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }

    @Test
    void oneAdministratorAlwaysStands() throws Exception {
        String databases = Backends.freshName(LastAdministratorIT.class) + "_";
        try (ContextRuntime one = open(databases);
                ContextRuntime other = open(databases)) {
            List<AccountCommand> firsts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String account = Ids.fresh();
                firsts.add(new OpenFirstAdministrator(
                        account, Ids.fresh(), new Name(sealed(account, "quantri"), "i"), password(account), TODAY));
            }
            // two that start at the same time
            assertThat(atOnce(List.of(one, other), firsts))
                    .containsExactlyInAnyOrder(
                            Optional.empty(),
                            Optional.of(new AccountRejection.AdministratorThere()),
                            Optional.of(new AccountRejection.AdministratorThere()),
                            Optional.of(new AccountRejection.AdministratorThere()));

            List<AccountCommand> ends = new ArrayList<>();
            for (int i = 0; i < ADMINISTRATORS; i++) {
                String account = Ids.fresh();
                String binding = Ids.fresh();
                one.commands()
                        .send(
                                new OpenAccount(
                                        account,
                                        null,
                                        null,
                                        new Name(sealed(account, "a"), "index-" + i),
                                        password(account),
                                        List.of(new NewRole(binding, AccountRole.ADMIN, null, TODAY, null)),
                                        By.SYSTEM,
                                        TODAY),
                                ACT);
                ends.add(
                        i % 2 == 0
                                ? new EndRole(account, binding, TODAY, By.SYSTEM, TODAY)
                                : new LockAccount(account, sealed(account, "thử"), By.SYSTEM));
            }
            // the first one too, so that all are asked to go
            String first = one.axon()
                    .eventStore()
                    .readEvents(Administrators.ID)
                    .asStream()
                    .map(event -> event.getPayload().toString())
                    .findFirst()
                    .orElseThrow()
                    .replaceAll(".*account=([0-9a-f-]+).*", "$1");
            ends.add(new LockAccount(first, sealed(first, "thử"), By.SYSTEM));

            List<Optional<Rejection>> outcomes = atOnce(List.of(one, other), ends);

            assertThat(outcomes).filteredOn(Optional::isEmpty).hasSize(ADMINISTRATORS);
            assertThat(outcomes)
                    .filteredOn(Optional::isPresent)
                    .containsExactly(Optional.of(new AccountRejection.LastAdministrator()));
        }
    }
}
