package vn.thidua.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.contracts.Topics;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.context.Wanted;
import vn.thidua.platform.ledger.AccountCommand.Deposit;
import vn.thidua.platform.ledger.AccountCommand.OpenAccount;
import vn.thidua.platform.ledger.AccountEvent;
import vn.thidua.platform.ledger.Ledger;
import vn.thidua.platform.publish.KafkaRelay;
import vn.thidua.platform.publish.KafkaSettings;
import vn.thidua.platform.publish.LedgerContract;
import vn.thidua.platform.publish.LedgerLog;
import vn.thidua.platform.publish.LedgerPublication;
import vn.thidua.platform.publish.Wire;
import vn.thidua.platform.react.OnceCommands;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Eventually;

/** A listener sends each command once, however often its record comes. */
class ListenerFeedIT {

    private static final FeedSettings QUICK = new FeedSettings(
            2,
            Duration.ofMillis(20),
            Duration.ofMillis(200),
            Duration.ofMillis(300),
            Duration.ofSeconds(30),
            Duration.ofMillis(100));

    private final String other = Backends.freshName(ListenerFeedIT.class).replace('_', '-');
    private final LedgerLog log = new LedgerLog();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private MongoDatabase sender;
    private KafkaSettings kafka;
    private ContextRuntime runtime;

    /** Opens an account here for each that is opened there, and books here what is booked there. */
    private final class Mirror implements CommandListener {

        @Override
        public String purpose() {
            return "mirror-accounts";
        }

        @Override
        public List<String> contexts() {
            return List.of(other);
        }

        @Override
        public List<Wanted> on(ContractRecord event) {
            if (!(event.event() instanceof LedgerContract known)) {
                return List.of();
            }
            return switch (known) {
                case LedgerContract.AccountOpenedV1 it -> List.of(new Wanted(it.account(), opening(it.account())));
                case LedgerContract.BalanceChangedV1 it ->
                    List.of(new Wanted(it.account(), new Deposit(it.account(), it.by())));
                case LedgerContract.MoneySentV1 _ -> List.of();
            };
        }
    }

    private static OpenAccount opening(String account) {
        return new OpenAccount(account, account, Ledger.nameId(account), LocalDate.EPOCH);
    }

    @BeforeEach
    void backends() {
        sender = Backends.freshDatabase(ListenerFeedIT.class);
        kafka = new KafkaSettings(Backends.kafka(), Map.of("metadata.max.age.ms", "500"));
        runtime = ContextRuntime.open(Ledger.spec().build(), Ledger.settings(ListenerFeedIT.class));
        opened.add(runtime);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
    }

    @Test
    void whatComesAgainIsDoneOnce() throws Exception {
        openAndDeposit("a", "b", "c");
        send();
        ListenerFeed first = listener();
        Eventually.eventually("each deposit is made", () -> happened("ledger.deposited") == 15);
        first.close();
        long position = runtime.log().nextPosition();

        // sent again by the relay, and read again from the beginning, for the offsets were not stored
        send();
        runtime.database().getCollection("feed_offsets").deleteMany(new Document());
        ListenerFeed second = listener();
        awaitEnd(second, 2 * 18);
        assertThat(runtime.log().nextPosition()).isEqualTo(position);

        // the topic is lost; what it said comes again in a new one, and something new behind it
        Wire.delete(kafka, Topics.nameOf(other));
        log.append(new AccountEvent.Deposited("a", 100));
        KafkaRelay relay = relay();
        assertThat(relay.startsAnew()).isTrue();
        log.from(0, log.size()).forEach(relay::on);
        relay.flush();
        awaitEnd(second, 19);
        assertThat(runtime.log().nextPosition()).isEqualTo(position + 1);
        assertThat(second.parked()).isEmpty();
    }

    @Test
    void theEventIsTheCauseOfTheCommand() {
        log.append(new AccountEvent.AccountOpened("a", "A", LocalDate.EPOCH));
        send();
        // the offset is stored behind the command
        awaitEnd(listener(), 1);
        var metadata = runtime.axon()
                .eventStore()
                .readEvents("a")
                .asStream()
                .toList()
                .getFirst()
                .getMetaData();
        assertThat(metadata)
                .containsEntry("actor", "system")
                .containsEntry("causation", "event-00000/0")
                .containsEntry("correlation", "correlation-1");
    }

    @Test
    void aRefusedCommandParksItsKeyTheOthersGoOnAndARetryMakesItGood() {
        // nobody has opened account x
        log.append(new AccountEvent.Deposited("x", 1));
        openAndDeposit("a", "b");
        log.append(new AccountEvent.Deposited("x", 2));
        send();
        ListenerFeed listener = listener();
        Eventually.eventually("the others are done", () -> happened("ledger.deposited") == 10);
        Eventually.eventually("both are parked", () -> listener.parked().size() == 2);
        assertThat(listener.parked()).extracting(ParkedRecord::key).containsOnly("x");
        assertThat(listener.parked()).extracting(ParkedRecord::cause).last().isNull();
        Eventually.eventually("both are counted", () -> listener.status().parked() == 2);

        assertThat(listener.retry("x")).isZero();
        runtime.commands().send(opening("x"), Ledger.act());
        assertThat(listener.retry("x")).isEqualTo(2);
        assertThat(listener.parked()).isEmpty();
        assertThat(happened("ledger.deposited")).isEqualTo(12);

        log.append(new AccountEvent.Deposited("nobody", 1));
        log.append(new AccountEvent.Deposited("nobody", 2));
        send(log.size() - 2);
        Eventually.eventually("both are parked", () -> listener.parked().size() == 2);
        listener.drop(listener.parked().getFirst());
        listener.drop(listener.parked().getFirst());
        assertThat(listener.parked()).isEmpty();
        log.append(new AccountEvent.Deposited("x", 4));
        send(log.size() - 1);
        Eventually.eventually("it goes on", () -> happened("ledger.deposited") == 13);
    }

    @Test
    void aFeedThatWaitsForABackendAgesHoweverOftenItTries() {
        openAndDeposit("a");
        var failing = new AtomicBoolean(true);
        CommandListener mirror = new Mirror();
        ListenerFeed listener = listener(new CommandListener() {
            @Override
            public String purpose() {
                return mirror.purpose();
            }

            @Override
            public List<String> contexts() {
                return mirror.contexts();
            }

            @Override
            public List<Wanted> on(ContractRecord event) {
                if (failing.get()) {
                    throw new MongoTimeoutException("nothing answers");
                }
                return mirror.on(event);
            }
        });
        assertThat(listener.status().age()).isZero();
        send();
        Eventually.eventually("it ages", () -> listener.status().age().toMillis() > 2500);
        assertThat(listener.status().broken()).isFalse();
        failing.set(false);
        awaitEnd(listener, 6);
        // the feed's own thread tells it when the batch is over
        Eventually.eventually(
                "nothing is wrong any more",
                () -> listener.status().age().isZero()
                        && listener.status().lag() == 0
                        && listener.status().failure() == null);
    }

    private void openAndDeposit(String... accounts) {
        for (String account : accounts) {
            log.append(new AccountEvent.AccountOpened(account, account, LocalDate.EPOCH));
        }
        for (int i = 1; i <= 5; i++) {
            for (String account : accounts) {
                log.append(new AccountEvent.Deposited(account, i));
            }
        }
    }

    private void awaitEnd(ListenerFeed listener, long records) {
        Eventually.eventually(
                "all is read", () -> offsets() == records && listener.status().caughtUp());
    }

    private long offsets() {
        long sum = 0;
        for (Document offset : runtime.database().getCollection("feed_offsets").find()) {
            sum += offset.getLong("next");
        }
        return sum;
    }

    private long happened(String name) {
        long count = 0;
        for (Document commit : runtime.database().getCollection("commits").find()) {
            count += commit.getList("e", Document.class).stream()
                    .filter(event -> name.equals(event.getString("d")))
                    .count();
        }
        return count;
    }

    private KafkaRelay relay() {
        var relay = new KafkaRelay(kafka, "i", other, LedgerPublication.types(other), new LedgerPublication(), sender);
        opened.add(relay);
        return relay;
    }

    private void send() {
        send(0);
    }

    private void send(int from) {
        KafkaRelay relay = relay();
        log.from(from, log.size()).forEach(relay::on);
        relay.flush();
    }

    private ListenerFeed listener() {
        return listener(new Mirror());
    }

    private ListenerFeed listener(CommandListener to) {
        var reader = new ContractReader(LedgerPublication.types(other), new SimpleMeterRegistry());
        var feeding = new Feeding(kafka, "ledger", runtime.database(), reader, QUICK);
        var feed = new ListenerFeed(
                feeding, to, new OnceCommands(runtime.commands(), runtime.onceKeys()), Clock.systemUTC());
        opened.add(feed);
        feed.start();
        return feed;
    }
}
