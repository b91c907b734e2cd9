package vn.thidua.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import vn.thidua.contracts.Topics;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.embedded.KafkaBroker;
import vn.thidua.platform.ledger.AccountCommand.Deposit;
import vn.thidua.platform.ledger.AccountCommand.OpenAccount;
import vn.thidua.platform.ledger.Ledger;
import vn.thidua.platform.publish.KafkaSettings;
import vn.thidua.platform.publish.LedgerPublication;
import vn.thidua.platform.publish.Wire;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Eventually;
import vn.thidua.platform.view.ViewCatalog;

/** From a command in one context to a row in another, while Kafka fails between them. */
class TwoContextsIT {

    private static final Map<String, String> HASTY = Map.of(
            "request.timeout.ms", "1000",
            "delivery.timeout.ms", "2000",
            "default.api.timeout.ms", "2000",
            "max.block.ms", "2000",
            "metadata.max.age.ms", "500");

    private static final FeedSettings QUICK = new FeedSettings(
            2,
            Duration.ofMillis(20),
            Duration.ofMillis(200),
            Duration.ofMillis(300),
            Duration.ofSeconds(30),
            Duration.ofMillis(100));

    /** {@code -Dthidua.outage=60} is the long form. */
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("thidua.outage", 2));

    @Test
    void commandsGoOnWhileKafkaIsDownAndWhatALostTopicSaidIsSaidAgain() throws Exception {
        MongoDatabase reading = Backends.freshDatabase(TwoContextsIT.class);
        var types = LedgerPublication.types(Ledger.CONTEXT);
        try (KafkaBroker broker = KafkaBroker.start()) {
            var kafka = new KafkaSettings(broker.bootstrap(), HASTY);
            var spec = Ledger.spec()
                    .publication(new LedgerPublication())
                    .contractTypes(types)
                    .build();
            var feeding =
                    new Feeding(kafka, "reading", reading, new ContractReader(types, new SimpleMeterRegistry()), QUICK);
            try (ContextRuntime ledger = ContextRuntime.open(
                            spec, Ledger.settings(TwoContextsIT.class).withKafka(kafka));
                    ViewFeed feed = new ViewFeed(feeding, new AccountsView(Ledger.CONTEXT), Clock.systemUTC())) {
                ledger.start();
                feed.start();
                ledger.commands().send(new OpenAccount("a", "A", Ledger.nameId("A"), LocalDate.EPOCH), Ledger.act());
                deposit(ledger, 10);
                awaitBalance(reading, 10);

                broker.stop();
                int made = depositFor(ledger, OUTAGE);
                assertThat(ledger.log().nextPosition()).isEqualTo(12L + made);
                broker.restart();
                long began = System.nanoTime();
                awaitBalance(reading, 10L + made);
                figure(made + " commands while Kafka was away for " + OUTAGE.toSeconds() + " s, all heard of "
                        + (System.nanoTime() - began) / 1_000_000 + " ms after it came back");
                assertThat(positions(kafka)).as("in the order of the log").isSorted();

                Wire.delete(kafka, Topics.nameOf(Ledger.CONTEXT));
                deposit(ledger, 1);
                Eventually.within(
                        Duration.ofSeconds(60),
                        "the lost topic is filled again",
                        () -> Wire.all(kafka, Topics.nameOf(Ledger.CONTEXT)).size() >= 12 + made);
                Eventually.within(
                        Duration.ofSeconds(60),
                        "the view is filled from it",
                        () -> new ViewCatalog(reading)
                                        .active("accounts")
                                        .orElseThrow()
                                        .run()
                                == 1);
                awaitBalance(reading, 11L + made);
            }
        }
    }

    private static int depositFor(ContextRuntime ledger, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        int made = 0;
        while (made < 30 || System.nanoTime() < end) {
            deposit(ledger, 10);
            made += 10;
            Thread.sleep(50);
        }
        return made;
    }

    /** Of all records about the account, in the order of the topic. */
    private static List<Long> positions(KafkaSettings kafka) {
        return Wire.all(kafka, Topics.nameOf(Ledger.CONTEXT)).stream()
                .filter(each -> "a".equals(each.key()))
                .map(each -> Long.valueOf(
                        new String(each.headers().lastHeader("ce_position").value(), StandardCharsets.UTF_8)))
                .toList();
    }

    @SuppressWarnings("SystemOut") // for whoever reads the build's log
    private static void figure(String words) {
        System.out.println("figure: " + words);
    }

    private static void deposit(ContextRuntime ledger, int times) {
        for (int i = 0; i < times; i++) {
            ledger.commands().send(new Deposit("a", 1), Ledger.act());
        }
    }

    private static void awaitBalance(MongoDatabase reading, long balance) {
        Eventually.within(Duration.ofSeconds(60), "the balance is " + balance, () -> {
            String rows =
                    new ViewCatalog(reading).active("accounts").orElseThrow().collection();
            Document row =
                    reading.getCollection(rows).find(Filters.eq("_id", "a")).first();
            return row != null && row.get("balance", 0L) == balance;
        });
    }
}
