package vn.thidua.torture.guards;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.context.ContextSettings;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.embedded.KafkaBroker;
import vn.thidua.platform.embedded.MongodProcess;
import vn.thidua.platform.eventstore.EventStoreSettings;
import vn.thidua.platform.processing.ProcessingSettings;
import vn.thidua.platform.publish.KafkaSettings;

/** A mongod with fail points and a broker, for small contexts in this process. */
public final class Ground implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String INSTALLATION = "0191e1a0-torture";
    /** Asked for anew when a quarter of it has gone. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private final MongodProcess mongod;
    private final KafkaBroker kafka;

    private Ground(MongodProcess mongod, KafkaBroker kafka) {
        this.mongod = mongod;
        this.kafka = kafka;
    }

    /** Starts both; nothing of them stays. */
    public static Ground start(Path program) {
        MongodProcess mongod = MongodProcess.start(program);
        try {
            return new Ground(mongod, KafkaBroker.start());
        } catch (RuntimeException e) {
            mongod.close();
            throw e;
        }
    }

    /** A name that no context has had here. */
    String freshContext() {
        return "till" + NUMBER.incrementAndGet();
    }

    /** Opens and starts the context; a caller waits for 2 s. */
    ContextRuntime open(String context) {
        return open(context, ProcessingSettings.DEFAULT);
    }

    /**
     * The same where nobody asks for a claim again before half a minute has gone: that writes, and so it would hang together
     * with all other writes, and the reader with it.
     */
    ContextRuntime openReading(String context) {
        return open(context, ProcessingSettings.DEFAULT.withClaims(CLAIM, ProcessingSettings.DEFAULT.claimInterval()));
    }

    private ContextRuntime open(String context, ProcessingSettings processing) {
        ContextSettings usual = ContextSettings.of(
                INSTALLATION,
                mongod.uri(),
                KafkaSettings.plain(kafka.bootstrap()),
                new SecretKeySpec(new byte[32], "HmacSHA256"));
        var settings = new ContextSettings(
                usual.installation(),
                usual.mongo(),
                usual.databases(),
                usual.kafka(),
                usual.onceSecret(),
                Clock.systemUTC(),
                usual.liveAggregates(),
                usual.headEvery(),
                usual.viewGrace(),
                EventStoreSettings.DEFAULT.withPatience(Duration.ofSeconds(2)),
                processing,
                usual.feeds());
        ContextRuntime runtime = ContextRuntime.open(Till.spec(context), settings, new SimpleMeterRegistry());
        runtime.start();
        return runtime;
    }

    /** Somebody does something. */
    static Act act() {
        String request = Ids.fresh();
        return new Act("torture", List.of(), null, request, request, null);
    }

    MongodProcess mongod() {
        return mongod;
    }

    KafkaBroker kafka() {
        return kafka;
    }

    /** From now on mongod does not write its journal by itself, until it is killed; who waits for it still has it written. */
    void holdJournal() {
        failPoint("pauseJournalFlusherThread");
    }

    /**
     * From now on a write is there for local readers and its journal is written for nobody, until mongod is killed: not even
     * for those who ask for it by themselves.
     */
    void holdWrites() {
        failPoint("pauseJournalFlusherBeforeFlush");
        failPoint("hangBeforeWaitingForWriteConcern");
    }

    private void failPoint(String name) {
        try (MongoClient client = MongoClients.create(mongod.uri())) {
            client.getDatabase("admin").runCommand(new Document("configureFailPoint", name).append("mode", "alwaysOn"));
        }
    }

    /** What the context has kept, by way of a client of its own. */
    <T> T read(String context, java.util.function.Function<MongoDatabase, T> question) {
        try (MongoClient client = MongoClients.create(mongod.uri())) {
            return question.apply(client.getDatabase("thidua_" + context));
        }
    }

    /** Waits until it is so, at most for a time; whether it is so. */
    static boolean within(Duration time, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(50);
        }
        return true;
    }

    @Override
    public void close() {
        kafka.close();
        mongod.close();
    }
}
