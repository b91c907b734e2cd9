package vn.thidua.platform.context;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.platform.ledger.Ledger.act;
import static vn.thidua.platform.testing.Eventually.eventually;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.consume.CommandListener;
import vn.thidua.platform.consume.ContractRecord;
import vn.thidua.platform.ledger.AccountCommand.Deposit;
import vn.thidua.platform.ledger.AccountCommand.OpenAccount;
import vn.thidua.platform.ledger.Ledger;
import vn.thidua.platform.publish.KafkaSettings;
import vn.thidua.platform.publish.LedgerContract;
import vn.thidua.platform.publish.LedgerPublication;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.view.ForeignView;
import vn.thidua.platform.view.Rows;

/** Two contexts in one process, as the standalone has them: one publishes, the other keeps a view and acts upon it. */
class TwoContextsIT {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final AtomicInteger number = new AtomicInteger();

    private final String bank = "bank" + ProcessHandle.current().pid() + "n" + number.incrementAndGet();

    /** What is put into the other one's accounts. It adds up: what counts twice shows. */
    private record Elsewhere(String context) implements ForeignView {

        @Override
        public String name() {
            return "elsewhere";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public List<String> contexts() {
            return List.of(context);
        }

        @Override
        public void project(ContractRecord event, Rows rows) {
            if (event.event() instanceof LedgerContract.BalanceChangedV1 changed) {
                rows.change(changed.account(), row -> row.append("sum", row.get("sum", 0L) + changed.by()));
            }
        }
    }

    /** Every deposit there is a deposit of the same amount here. */
    private record Mirror(String context) implements CommandListener {

        @Override
        public String purpose() {
            return "mirror";
        }

        @Override
        public List<String> contexts() {
            return List.of(context);
        }

        @Override
        public List<Wanted> on(ContractRecord event) {
            return event.event() instanceof LedgerContract.BalanceChangedV1 changed
                    ? List.of(new Wanted("mirror", new Deposit("mirror", changed.by())))
                    : List.of();
        }
    }

    @Test
    void whatOnePublishesTheOtherSeesAndDoesOnceAlsoAcrossARestart() {
        var settings = Ledger.settings(TwoContextsIT.class).withKafka(KafkaSettings.plain(Backends.kafka()));
        var publishing = Ledger.spec(bank)
                .publication(new LedgerPublication())
                .contractTypes(LedgerPublication.types(bank))
                .build();
        var following = Ledger.spec("follower")
                .contractTypes(LedgerPublication.types(bank))
                .foreignViews(new Elsewhere(bank))
                .listener(_ -> new Mirror(bank))
                .build();
        try (var bankRuntime = ContextRuntime.open(publishing, settings);
                var follower = ContextRuntime.open(following, settings)) {
            bankRuntime.start();
            follower.start();
            follower.commands().send(new OpenAccount("mirror", "mirror", Ledger.nameId("mirror"), DAY), act());
            bankRuntime.commands().send(new OpenAccount("a", "A", Ledger.nameId("A"), DAY), act());
            for (int i = 0; i < 10; i++) {
                bankRuntime.commands().send(new Deposit("a", 3), act());
            }
            eventually("ten deposits are mirrored", () -> follower.log().nextPosition() == 2 + 10);
        }
        try (var bankRuntime = ContextRuntime.open(publishing, settings);
                var follower = ContextRuntime.open(following, settings)) {
            // without a token the relay sends everything again
            bankRuntime.database().getCollection("tokens").drop();
            bankRuntime.start();
            follower.start();
            bankRuntime.commands().send(new Deposit("a", 3), act());
            eventually("the eleventh is mirrored", () -> follower.log().nextPosition() >= 2 + 11);
            eventually("the view has seen it", () -> sum(follower) == 33);
            assertThat(follower.log().nextPosition()).isEqualTo(2 + 11);
            assertThat(follower.viewFeeds()).hasSize(1);
            assertThat(follower.listenerFeeds()).hasSize(1);
            for (String feed : List.of("elsewhere", "mirror")) {
                eventually(
                        feed + " is not behind",
                        () -> follower.meters()
                                        .get("thidua_feed_lag_records")
                                        .tags("context", "follower", "feed", feed)
                                        .gauge()
                                        .value()
                                == 0);
            }
        }
    }

    private static long sum(ContextRuntime follower) {
        Document row = follower.views()
                .store()
                .collection("elsewhere")
                .find(new Document("_id", "a"))
                .first();
        return row == null ? 0 : row.get("sum", 0L);
    }
}
