package vn.thidua.platform.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static vn.thidua.platform.ledger.Ledger.act;
import static vn.thidua.platform.testing.Eventually.eventually;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.eventstore.Verification;
import vn.thidua.platform.ledger.AccountCommand.CloseAccount;
import vn.thidua.platform.ledger.AccountCommand.Deposit;
import vn.thidua.platform.ledger.AccountCommand.LimitOverdraft;
import vn.thidua.platform.ledger.AccountCommand.OpenAccount;
import vn.thidua.platform.ledger.AccountCommand.Transfer;
import vn.thidua.platform.ledger.AccountCommand.Withdraw;
import vn.thidua.platform.ledger.AccountRejection.NotEnoughMoney;
import vn.thidua.platform.ledger.Ledger;
import vn.thidua.platform.values.RejectedException;

/**
 * Two processes' worth of runtimes on one store: each has a cache of its own, and nobody gets an answer that was decided
 * on what the other one had overtaken. The caches of {@code here} and {@code there} are not told of each other's appends
 * where a test opens them without starting them.
 */
class TwoRuntimesIT {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private ContextRuntime here;
    private ContextRuntime there;

    @BeforeEach
    void twoOnOneStore() {
        ContextSettings settings = Ledger.settings(TwoRuntimesIT.class);
        // not started: nothing but the decision itself can find out that an aggregate is stale
        here = ContextRuntime.open(Ledger.spec().build(), settings);
        there = ContextRuntime.open(Ledger.spec().build(), settings);
        here.commands().send(new OpenAccount("a", "A", Ledger.nameId("A"), DAY), act());
        here.commands().send(new Deposit("a", 5), act());
        there.commands().send(new Deposit("a", 5), act());
        here.commands().send(new Deposit("a", 5), act());
        // now both have it in their cache, and that of there is stale: 10 instead of 15, version 2 instead of 3
        assertThat(here.live().size()).isPositive();
        assertThat(there.live().size()).isEqualTo(1);
    }

    @AfterEach
    void bothEnd() {
        here.close();
        there.close();
    }

    @Test
    void whatACachedAggregateWouldRefuseIsDecidedOnAFreshOne() {
        assertThat(there.commands().send(new Withdraw("a", 15), act())).isEqualTo(new Accepted("a", 4, 5, false));
    }

    @Test
    void aRightVersionIsNoMismatchBecauseTheCacheIsStale() {
        assertThat(there.commands().send(new Deposit("a", 1), act(), null, 3L).version())
                .isEqualTo(4);
    }

    @Test
    void aStaleVersionThatFitsTheStaleCacheIsAMismatchAllTheSame() {
        assertThatThrownBy(() -> there.commands().send(new Deposit("a", 1), act(), null, 2L))
                .asInstanceOf(type(VersionMismatchException.class))
                .satisfies(mismatch -> assertThat(mismatch.actual()).isEqualTo(3));
    }

    @Test
    void anEmptyResultIsDecidedAnewToo() {
        here.commands().send(new LimitOverdraft("a", 9), act());
        // on the stale one there would be nothing to do
        assertThat(there.commands().send(new LimitOverdraft("a", 0), act())).isEqualTo(new Accepted("a", 5, 6, false));
    }

    @Test
    void theVersionOfAnEmptyResultIsTheOneThatStands() {
        assertThat(there.commands().send(new LimitOverdraft("a", 0), act())).isEqualTo(new Accepted("a", 3, -1, false));
    }

    @Test
    void whatTheStaleOneWouldAllowIsRefused() {
        here.commands().send(new Withdraw("a", 15), act());
        assertThatThrownBy(() -> there.commands().send(new Withdraw("a", 10), act()))
                .asInstanceOf(type(RejectedException.class))
                .satisfies(refused -> assertThat(refused.rejection()).isEqualTo(new NotEnoughMoney()));
    }

    @Test
    void whatAnActOnlyReadsIsNotReadFromAStaleCache() {
        String name = Ledger.nameId("N");
        there.commands().send(new OpenAccount("n1", "N", name, DAY), act());
        there.commands().send(new CloseAccount("n1", name), act());
        here.commands().send(new OpenAccount("n2", "N", name, DAY), act());
        // in the cache of there the name is free: closing would release nothing
        Accepted closed = there.commands().send(new CloseAccount("n2", name), act());
        assertThat(closed.aggregateId()).isEqualTo("n2");
        assertThat(here.commands()
                        .send(new OpenAccount("n3", "N", name, DAY), act())
                        .version())
                .isZero();
    }

    @Test
    void aTwinAtTheOtherOneIsFoundBeforeARefusalIsAnswered() {
        var once = here.onceKeys().http("somebody", "k", new byte[] {1});
        Accepted first = here.commands().send(new Withdraw("a", 15), act(), once, 3L);
        assertThat(there.commands().send(new Withdraw("a", 15), act(), once, 3L))
                .isEqualTo(new Accepted(first.aggregateId(), first.version(), first.position(), true));
    }

    @Test
    void whatTheOtherOneAppendsLeavesTheCacheOfOneThatRuns() {
        there.start();
        here.commands().send(new Deposit("a", 5), act());
        eventually("the stale aggregate is thrown out", () -> there.live().size() == 0);
        there.commands().send(new Deposit("a", 5), act());
        assertThat(there.live().size()).isEqualTo(1);
        // and its own appends leave it there
        here.commands().send(new OpenAccount("b", "B", Ledger.nameId("B"), DAY), act());
        there.commands().send(new Deposit("a", 5), act());
        there.commands().send(new Deposit("b", 5), act());
        eventually("own ones stay", () -> there.live().size() == 2);
    }

    @Test
    void moneyIsNeitherMadeNorLostByManyInterleavedCommands() throws Exception {
        here.start();
        there.start();
        here.commands().send(new OpenAccount("b", "B", Ledger.nameId("B"), DAY), act());
        var random = ThreadLocalRandom.current();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                var commands = (i % 2 == 0 ? here : there).commands();
                Object command =
                        switch (random.nextInt(4)) {
                            case 0 -> new Transfer("a", "b", 1 + random.nextInt(9));
                            case 1 -> new Transfer("b", "a", 1 + random.nextInt(9));
                            case 2 -> new Deposit("a", 0);
                            default -> new LimitOverdraft("b", 0);
                        };
                running.add(executor.submit(() -> positionOf(() -> commands.send(command, act()))));
            }
            for (var one : running) {
                one.get();
            }
        }
        // all that is left can be taken out by whoever asks, and not one more
        here.commands().send(new LimitOverdraft("a", 1_000), act());
        long all = 15;
        long inA = balance("a");
        there.commands().send(new LimitOverdraft("a", 0), act());
        if (inA > 0) {
            there.commands().send(new Transfer("a", "b", inA), act());
        }
        assertThat(balance("b")).isEqualTo(all);
        here.commands().send(new CloseAccount("a", Ledger.nameId("A")), act());
        assertThat(here.log().verify()).isInstanceOf(Verification.Clean.class);
    }

    private static long positionOf(Callable<Accepted> call) throws Exception {
        try {
            return call.call().position();
        } catch (RejectedException | ConflictException e) {
            return -1;
        }
    }

    /** What the events say, without any cache. */
    private long balance(String account) {
        return here.axon()
                .eventStore()
                .readEvents(account)
                .asStream()
                .mapToLong(event -> LedgerMoney.of(event.getPayload()))
                .sum();
    }
}
