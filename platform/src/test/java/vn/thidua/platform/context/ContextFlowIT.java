package vn.thidua.platform.context;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.platform.ledger.Ledger.act;
import static vn.thidua.platform.testing.Eventually.eventually;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.ledger.AccountCommand.Deposit;
import vn.thidua.platform.ledger.AccountCommand.OpenAccount;
import vn.thidua.platform.ledger.AccountCommand.Withdraw;
import vn.thidua.platform.ledger.AccountEvent.AccountOpened;
import vn.thidua.platform.ledger.Ledger;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.react.Policy;
import vn.thidua.platform.testing.Backends;

/** A whole context without Kafka: command, event, policy, view. */
class ContextFlowIT {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Whoever opens an account gets 1; of those named poor, 5 are wanted that they do not have. */
    private record Welcome() implements Policy {

        @Override
        public String name() {
            return "welcome";
        }

        @Override
        public List<Wanted> on(LoggedEvent event) {
            if (!(event.payload() instanceof AccountOpened opened)) {
                return List.of();
            }
            Object command = opened.name().startsWith("poor")
                    ? new Withdraw(opened.account(), 5)
                    : new Deposit(opened.account(), 1);
            return List.of(new Wanted(opened.account(), command));
        }
    }

    private static ContextRuntime opened(ContextSettings settings) {
        return ContextRuntime.open(
                Ledger.spec()
                        .views(new BalancesView())
                        .policy(_ -> new Welcome())
                        .build(),
                settings);
    }

    private static ContextRuntime started(ContextSettings settings) {
        var runtime = opened(settings);
        runtime.start();
        return runtime;
    }

    private static void open(ContextRuntime runtime, String account, String name) {
        runtime.commands().send(new OpenAccount(account, name, Ledger.nameId(name), DAY), act());
    }

    private static void settle(ContextRuntime runtime) {
        eventually("the policy and the view have seen all", () -> {
            long last = runtime.log().nextPosition() - 1;
            return runtime.processors().position("react-welcome") >= last
                    && runtime.processors().position("balances-v1") >= last;
        });
    }

    private static Document balance(ContextRuntime runtime, String account) {
        Document row = runtime.views()
                .store()
                .collection("balances")
                .find(new Document("_id", account))
                .first();
        return row == null ? new Document() : row;
    }

    @Test
    void whatFollowsAnEventHappensOnceAlsoAcrossRestarts() {
        followsOnce(Ledger.settings(ContextFlowIT.class));
    }

    @Test
    void theSameOnTheEmbeddedServer() {
        followsOnce(Ledger.settings(ContextFlowIT.class, Backends.embeddedUri()));
    }

    private static void followsOnce(ContextSettings settings) {
        try (var runtime = started(settings)) {
            for (int i = 0; i < 20; i++) {
                open(runtime, "a" + i, "name " + i);
            }
            // closed in the middle of it
        }
        try (var runtime = started(settings)) {
            settle(runtime);
        }
        try (var runtime = opened(settings)) {
            // without any token everything comes once more
            runtime.database().getCollection("tokens").drop();
            runtime.start();
            assertThat(runtime.processors().position("react-welcome")).isLessThan(59);
            settle(runtime);
            assertThat(runtime.log().nextPosition()).isEqualTo(20 * 2 + 20);
            for (int i = 0; i < 20; i++) {
                assertThat(balance(runtime, "a" + i)).containsEntry("balance", 1L);
            }
            assertThat(runtime.verify()).isInstanceOf(vn.thidua.platform.eventstore.Verification.Clean.class);
        }
    }

    @Test
    void aRefusalParksThatAccountAloneAndCanBeTriedAgain() throws Exception {
        try (var runtime = started(Ledger.settings(ContextFlowIT.class))) {
            open(runtime, "p", "poor");
            open(runtime, "a", "A");
            eventually("the others go on", () -> Long.valueOf(1)
                    .equals(balance(runtime, "a").get("balance")));
            eventually(
                    "it is parked",
                    () -> runtime.processors().status("react-welcome").parked() == 1);
            runtime.commands().send(new Deposit("p", 7), act());
            settle(runtime);
            assertThat(runtime.processors().parking().retry("react-welcome", "p"))
                    .isPositive();
            assertThat(runtime.processors().await("balances-v1", runtime.log().nextPosition() - 1, PATIENCE))
                    .isTrue();
            assertThat(balance(runtime, "p")).containsEntry("balance", 2L);
        }
    }
}
