package vn.thidua.platform.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.platform.ledger.Ledger.act;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.eventstore.OnceKey;
import vn.thidua.platform.eventstore.StoreUnavailableException;
import vn.thidua.platform.ledger.AccountCommand.Deposit;
import vn.thidua.platform.ledger.AccountCommand.OpenAccount;
import vn.thidua.platform.ledger.Ledger;
import vn.thidua.platform.testing.Backends;

/** A server that answers nobody costs a caller some seconds, and no cached aggregate keeps what nobody can tell. */
class HungStoreIT {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    @Test
    void callersGetAnAnswerInTimeAndTheSameKeyTellsTheTruthAfterwards() throws Exception {
        try (var mongod = Backends.ownMongod();
                var runtime =
                        ContextRuntime.open(Ledger.spec().build(), Ledger.settings(HungStoreIT.class, mongod.uri()))) {
            runtime.start();
            runtime.commands().send(new OpenAccount("a", "A", Ledger.nameId("A"), DAY), act());
            runtime.commands().send(new Deposit("a", 1), act());
            var keyed = runtime.onceKeys().http("somebody", "k", new byte[] {1});
            signal("-STOP", mongod.pid());
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Duration>> waiting = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    Thread.sleep(200);
                    // all for one aggregate: they wait for its lock as well, and not for each other's time
                    var once = i == 0 ? keyed : null;
                    waiting.add(executor.submit(() -> timeToFail(runtime, once)));
                }
                for (var one : waiting) {
                    assertThat(one.get()).isLessThan(Duration.ofSeconds(6));
                }
            } finally {
                signal("-CONT", mongod.pid());
            }
            Accepted answer = runtime.commands().send(new Deposit("a", 10), act(), keyed, null);
            Accepted again = runtime.commands().send(new Deposit("a", 10), act(), keyed, null);
            assertThat(again).isEqualTo(new Accepted(answer.aggregateId(), answer.version(), answer.position(), true));
            // versions without a hole: what is cached is what is stored
            long version = runtime.commands().send(new Deposit("a", 1), act()).version();
            assertThat(runtime.axon()
                            .eventStore()
                            .readEvents("a")
                            .asStream()
                            .toList()
                            .getLast()
                            .getSequenceNumber())
                    .isEqualTo(version);
        }
    }

    private static Duration timeToFail(ContextRuntime runtime, @Nullable OnceKey once) {
        long started = System.nanoTime();
        assertThatThrownBy(() -> runtime.commands().send(new Deposit("a", 10), act(), once, null))
                .isInstanceOf(StoreUnavailableException.class);
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
    }
}
