package vn.thidua.platform.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.platform.ledger.Ledger.act;
import static vn.thidua.platform.testing.Eventually.eventually;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.ledger.AccountCommand.Deposit;
import vn.thidua.platform.ledger.AccountCommand.OpenAccount;
import vn.thidua.platform.ledger.AccountCommand.Withdraw;
import vn.thidua.platform.ledger.Ledger;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.values.RejectedException;

/** The same on the embedded server, in short. */
class CommandsOnEmbeddedIT {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    @Test
    void commandsOnceKeysNamesAndASecondProcess() throws Exception {
        ContextSettings settings = Ledger.settings(CommandsOnEmbeddedIT.class, Backends.embeddedUri());
        try (var here = ContextRuntime.open(Ledger.spec().build(), settings);
                var there = ContextRuntime.open(Ledger.spec().build(), settings)) {
            here.start();
            there.start();
            var once = here.onceKeys().http("somebody", "k", new byte[] {1});
            List<Accepted> answers = new ArrayList<>();
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Accepted>> running = new ArrayList<>();
                for (int i = 0; i < 16; i++) {
                    var commands = (i % 2 == 0 ? here : there).commands();
                    var open = new OpenAccount("a" + i, "Chi", Ledger.nameId("Chi"), DAY);
                    running.add(executor.submit(() -> commands.send(open, act(), once, null)));
                }
                for (var one : running) {
                    answers.add(one.get());
                }
            }
            assertThat(here.log().nextPosition()).isEqualTo(2);
            String id = String.valueOf(answers.getFirst().aggregateId());
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.aggregateId()).isEqualTo(id));
            here.commands().send(new Deposit(id, 5), act());
            there.commands().send(new Withdraw(id, 5), act());
            assertThatThrownBy(() -> here.commands().send(new Withdraw(id, 5), act()))
                    .isInstanceOf(RejectedException.class);
            eventually("the caches agree", () -> there.live().size() <= 2);
            assertThat(here.verify()).isInstanceOf(vn.thidua.platform.eventstore.Verification.Clean.class);
        }
    }
}
