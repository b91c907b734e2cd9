package vn.thidua.platform.context;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.platform.ledger.Ledger.act;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.ledger.Account;
import vn.thidua.platform.ledger.AccountCommand.Deposit;
import vn.thidua.platform.ledger.AccountCommand.OpenAccount;
import vn.thidua.platform.ledger.Ledger;

/** What handlers over several aggregates are given. */
class AggregatesIT {

    /** Takes hold of all of them for some milliseconds. */
    record Hold(List<String> ids) {}

    /** Reads one. */
    record Look(String id, boolean fresh) {}

    private final AtomicInteger handled = new AtomicInteger();
    private final AtomicInteger within = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicLong seen = new AtomicLong();

    /** Axon finds its methods. */
    final class Handlers {

        private final Aggregates aggregates;

        Handlers(Aggregates aggregates) {
            this.aggregates = aggregates;
        }

        @CommandHandler
        void hold(Hold command) throws InterruptedException {
            handled.incrementAndGet();
            assertThat(aggregates.load(Account.class, command.ids()).keySet())
                    .containsExactlyElementsOf(command.ids().stream().sorted().toList());
            most.accumulateAndGet(within.incrementAndGet(), Math::max);
            Thread.sleep(5);
            within.decrementAndGet();
        }

        @CommandHandler
        void look(Look command) {
            var account = command.fresh()
                    ? aggregates.loadFresh(Account.class, command.id())
                    : aggregates.of(Account.class).load(command.id());
            Long version = account.version();
            // a result without events is decided again on fresh ones: what counts is what it saw first
            seen.compareAndSet(-1, version == null ? -2 : version);
        }
    }

    private ContextSettings settings;
    private ContextRuntime runtime;

    private ContextRuntime opened(ContextSettings with) {
        return ContextRuntime.open(
                Ledger.spec()
                        .handler(axon -> new Handlers(axon.getComponent(Aggregates.class)))
                        .build(),
                with);
    }

    @BeforeEach
    void threeAccounts() {
        settings = Ledger.settings(AggregatesIT.class);
        runtime = opened(settings);
        for (String id : List.of("a", "b", "c")) {
            runtime.commands().send(new OpenAccount(id, id, Ledger.nameId(id), LocalDate.of(2026, 7, 1)), act());
        }
    }

    @AfterEach
    void itEnds() {
        runtime.close();
    }

    @Test
    void actsOverTheSameOnesWaitForEachOtherWhateverOrderTheyNameThemIn() throws Exception {
        try (var uncached = opened(settings.withLiveAggregates(0));
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<List<String>> orders = List.of(List.of("a", "b", "c"), List.of("c", "b", "a"), List.of("b", "a", "c"));
            List<Future<Accepted>> running = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                var order = orders.get(i % 3);
                running.add(executor.submit(() -> uncached.commands().send(new Hold(order), act())));
            }
            for (var one : running) {
                // nothing has happened, and it is about the first in order of id
                assertThat(one.get()).isEqualTo(new Accepted("a", 0, -1, false));
            }
        }
        // none was tried again because it had blocked another
        assertThat(handled).hasValue(30);
        assertThat(most).hasValue(1);
    }

    @Test
    void oneThatIsOnlyReadIsReadFromTheLog() {
        try (var other = opened(settings)) {
            other.commands().send(new Deposit("a", 5), act());
        }
        // this one has it in its cache, at version 0, and nobody has told it
        seen.set(-1);
        runtime.commands().send(new Look("a", false), act());
        assertThat(seen).hasValue(0);
        runtime.commands().send(new Deposit("b", 5), act());
        try (var other = opened(settings)) {
            other.commands().send(new Deposit("b", 5), act());
        }
        seen.set(-1);
        runtime.commands().send(new Look("b", true), act());
        assertThat(seen).hasValue(2);
    }
}
