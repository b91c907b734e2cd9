package vn.thidua.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.contracts.ContractTypes;
import vn.thidua.contracts.Topics;
import vn.thidua.platform.embedded.MongodProcess;
import vn.thidua.platform.publish.KafkaRelay;
import vn.thidua.platform.publish.KafkaSettings;
import vn.thidua.platform.publish.LedgerContract;
import vn.thidua.platform.publish.LedgerLog;
import vn.thidua.platform.publish.LedgerPublication;
import vn.thidua.platform.publish.Wire;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Eventually;
import vn.thidua.platform.view.Filled;
import vn.thidua.platform.view.Mark;
import vn.thidua.platform.view.ViewCatalog;

/** A view of another context on a real broker and a real database. */
class ViewFeedIT {

    private static final FeedSettings QUICK = new FeedSettings(
            2,
            Duration.ofMillis(20),
            Duration.ofMillis(200),
            Duration.ofMillis(300),
            Duration.ofSeconds(30),
            Duration.ofMillis(100));

    private final String context = Backends.freshName(ViewFeedIT.class).replace('_', '-');
    private final LedgerLog log = new LedgerLog();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private MongoDatabase sender;
    private MongoDatabase database;
    private KafkaSettings kafka;

    @BeforeEach
    void backends() {
        sender = Backends.freshDatabase(ViewFeedIT.class);
        database = Backends.freshDatabase(ViewFeedIT.class);
        kafka = new KafkaSettings(Backends.kafka(), Map.of("metadata.max.age.ms", "500"));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
    }

    @Test
    void whatComesAgainChangesNothing() {
        log.fill(300);
        send();
        ViewFeed feed = feed(new AccountsView(context));
        awaitRows(feed);
        List<Document> rows = rowsWithMarks();
        assertThat(feed.asOf()).singleElement().satisfies(asOf -> {
            assertThat(asOf.source()).isEqualTo("/i/" + context);
            assertThat(asOf.position()).isEqualTo(299);
        });

        send();
        Eventually.eventually(
                "the repeated records are read",
                () -> offsets() == Wire.all(kafka, topic()).size());
        assertThat(rowsWithMarks()).isEqualTo(rows);
    }

    @Test
    void aNewProcessReadsOnAndOneThatForgotReadsAllAgain() {
        log.fill(100);
        send();
        ViewFeed first = feed(new AccountsView(context));
        awaitRows(first);
        first.close();
        log.fill(100);
        send(100);
        ViewFeed second = feed(new AccountsView(context));
        awaitRows(second);
        second.close();
        List<Document> rows = rowsWithMarks();

        // the rows were written, the offsets were not
        database.getCollection("feed_offsets").deleteMany(new Document());
        ViewFeed third = feed(new AccountsView(context));
        Eventually.eventually("all is read again", () -> third.isCaughtUp() && offsets() > 0);
        assertThat(rowsWithMarks()).isEqualTo(rows);
    }

    @Test
    void aRebuildAndANewVersionGiveEqualRows() {
        log.fill(200);
        send();
        ViewFeed feed = feed(new AccountsView(context));
        awaitRows(feed);
        List<Document> rows = rowsWithMarks();
        feed.rebuild();
        Eventually.eventually("the rebuilt view answers", () -> active().equals(new Filled("accounts", 1, 1)));
        assertThat(rowsWithMarks()).isEqualTo(rows);
        Eventually.eventually("the old one is gone", () -> !collections().contains("accounts_v1"));
        feed.close();

        log.fill(50);
        send(200);
        ViewFeed next = feed(new AccountsView(context, 2, Set.of()));
        Eventually.eventually("the new version answers", () -> active().equals(new Filled("accounts", 2, 0)));
        awaitRows(next);
        Eventually.eventually("the old version is gone", () -> !collections().contains("accounts_v1_r1"));
    }

    @Test
    void aTopicThatWasLostIsReadFromItsBeginningBesideTheOldRows() throws Exception {
        log.fill(100);
        send();
        ViewFeed feed = feed(new AccountsView(context));
        awaitRows(feed);
        List<Document> rows = rowsWithMarks();

        Wire.delete(kafka, topic());
        KafkaRelay relay = relay();
        assertThat(relay.startsAnew()).isTrue();
        Eventually.eventually(
                "the loss is noticed",
                () -> new ViewCatalog(database).filling("accounts").isPresent());
        // the new topic is empty: the old rows answer
        assertThat(active()).isEqualTo(new Filled("accounts", 1, 0));
        assertThat(rowsWithMarks()).isEqualTo(rows);

        log.from(0, 60).forEach(relay::on);
        relay.flush();
        assertThat(active()).isEqualTo(new Filled("accounts", 1, 0));
        log.from(60, 40).forEach(relay::on);
        relay.flush();
        Eventually.eventually("the new rows answer", () -> active().equals(new Filled("accounts", 1, 1)));
        assertThat(rowsWithMarks()).isEqualTo(rows);
        log.fill(30);
        send(100);
        awaitRows(feed);
    }

    @Test
    void anUnknownTypeIsCountedAndPassedOver() {
        log.fill(30);
        send();
        var old = ContractTypes.builder()
                .family(context, LedgerContract.AccountOpenedV1.class)
                .build();
        feed(new AccountsView(context), new ContractReader(old, meters), database);
        Eventually.eventually(
                "the known ones are there",
                () -> database.getCollection("accounts_v1").countDocuments() == 8);
        Eventually.eventually(
                "all is read", () -> offsets() == Wire.all(kafka, topic()).size());
        assertThat(meters.counter(ContractReader.UNKNOWN_TYPES, "type", "vn.thidua." + context + ".BalanceChangedV1")
                        .count())
                .isCloseTo(20, within(0.1));
        assertThat(meters.counter(ContractReader.UNKNOWN_TYPES, "type", "vn.thidua." + context + ".MoneySentV1")
                        .count())
                .isCloseTo(10, within(0.1));
    }

    @Test
    void aRecordThatIsNotOursIsKeptAsideAndTheOthersGoOn() throws Exception {
        log.fill(20);
        send();
        try (var producer = new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic(), 3, "key", "hello".getBytes(StandardCharsets.UTF_8)))
                    .get(10, TimeUnit.SECONDS);
        }
        log.fill(20);
        send(20);
        ViewFeed feed = feed(new AccountsView(context));
        awaitRows(feed);
        assertThat(new UnreadableRecords(database).list()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo(topic());
            assertThat(record.partition()).isEqualTo(3);
            assertThat(record.feed()).isEqualTo("accounts-v1");
        });
    }

    @Test
    void poisonParksItsKeyTheOthersGoOnAndARetryMakesItGood() {
        log.fill(60);
        send();
        Set<String> poisoned = ConcurrentHashMap.newKeySet();
        ViewFeed feed = feed(new AccountsView(context, 1, poisoned));
        awaitRows(feed);
        poisoned.add("a3");
        log.fill(70);
        send(60);
        Map<String, Document> expected = AccountsView.expected(log);
        for (String other : List.of("a0", "a1", "a2", "a4", "a5", "a6")) {
            Eventually.eventually(
                    "account " + other + " goes on",
                    () -> java.util.Objects.equals(rows().get(other), expected.get(other)));
        }
        long behind = log.from(60, 70).stream()
                .filter(event -> "a3".equals(event.aggregateId()))
                .mapToLong(event -> new LedgerPublication().publish(event).size())
                .sum();
        Eventually.eventually("all of them are parked", () -> feed.parked().size() == behind);
        assertThat(feed.parked()).allSatisfy(record -> assertThat(record.key()).isEqualTo("a3"));
        assertThat(feed.parked().getFirst().cause()).isEqualTo("java.lang.IllegalStateException");
        assertThat(row("a3").getBoolean(Mark.STALE)).isTrue();
        assertThat(row("a4").containsKey(Mark.STALE)).isFalse();
        Eventually.eventually(
                "they are counted",
                () -> feed.statuses().size() == 1 && feed.statuses().getFirst().parked() == (int) behind);

        assertThat(feed.retry("a3")).isZero();
        poisoned.clear();
        assertThat(feed.retry("a3")).isEqualTo((int) behind);
        assertThat(feed.parked()).isEmpty();
        assertThat(rows()).isEqualTo(expected);
        assertThat(row("a3").containsKey(Mark.STALE)).isFalse();
    }

    @Test
    void noRowIsMissingBehindTheOffsetsWhenTheDatabaseIsKilled() throws Exception {
        MongodProcess mongod = Backends.ownMongod();
        opened.add(mongod);
        var client = Backends.client(mongod.uri());
        opened.add(client);
        MongoDatabase own = client.getDatabase("reading");
        log.fill(3000);
        send();
        ViewFeed feed =
                feed(new AccountsView(context), new ContractReader(LedgerPublication.types(context), meters), own);
        Eventually.eventually(
                "it has begun", () -> own.getCollection("accounts_v1").countDocuments() > 0);
        mongod.kill();
        log.fill(300);
        send(3000);
        mongod.restart();
        Map<String, Document> expected = AccountsView.expected(log);
        Eventually.eventually("all rows are there", () -> rows(own).equals(expected));
        assertThat(feed.parked()).isEmpty();
    }

    @Test
    void theEmbeddedServerHoldsItsRowsAsWell() {
        database = Backends.freshEmbeddedDatabase(ViewFeedIT.class);
        log.fill(100);
        send();
        Set<String> poisoned = ConcurrentHashMap.newKeySet();
        poisoned.add("a3");
        ViewFeed feed = feed(new AccountsView(context, 1, poisoned));
        Eventually.eventually(
                "all is read", () -> feed.isCaughtUp() && !feed.parked().isEmpty());
        poisoned.clear();
        assertThat(feed.retry("a3")).isPositive();
        awaitRows(feed);
        feed.rebuild();
        Eventually.eventually("the rebuilt view answers", () -> active().equals(new Filled("accounts", 1, 1)));
        awaitRows(feed);
        Eventually.eventually("the old one is gone", () -> !collections().contains("accounts_v1"));
    }

    private String topic() {
        return Topics.nameOf(context);
    }

    private KafkaRelay relay() {
        var relay =
                new KafkaRelay(kafka, "i", context, LedgerPublication.types(context), new LedgerPublication(), sender);
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

    private ViewFeed feed(AccountsView view) {
        return feed(view, new ContractReader(LedgerPublication.types(context), meters), database);
    }

    private ViewFeed feed(AccountsView view, ContractReader reader, MongoDatabase into) {
        var feed = new ViewFeed(new Feeding(kafka, "reading-" + context, into, reader, QUICK), view, Clock.systemUTC());
        opened.add(feed);
        feed.start();
        return feed;
    }

    private void awaitRows(ViewFeed feed) {
        Map<String, Document> expected = AccountsView.expected(log);
        Eventually.eventually("the rows are there", () -> rows().equals(expected));
        Eventually.eventually("the feed knows that it is at the end", feed::isCaughtUp);
    }

    private Filled active() {
        return new ViewCatalog(database).active("accounts").orElseThrow();
    }

    private Set<String> collections() {
        return database.listCollectionNames().into(new HashSet<>());
    }

    private long offsets() {
        long sum = 0;
        for (Document offset : database.getCollection("feed_offsets").find(Filters.eq("feed", active().processor()))) {
            sum += offset.getLong("next");
        }
        return sum;
    }

    private Document row(String id) {
        return java.util.Objects.requireNonNull(database.getCollection(active().collection())
                .find(Filters.eq("_id", id))
                .first());
    }

    private List<Document> rowsWithMarks() {
        return database.getCollection(active().collection())
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    private Map<String, Document> rows() {
        return rows(database);
    }

    private static Map<String, Document> rows(MongoDatabase from) {
        var rows = new TreeMap<String, Document>();
        new ViewCatalog(from).active("accounts").ifPresent(active -> from.getCollection(active.collection())
                .find()
                .forEach(row -> {
                    row.keySet().removeAll(List.of(Mark.SEEN, Mark.STALE));
                    rows.put(row.getString("_id"), row);
                }));
        return rows;
    }
}
