package vn.thidua.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.platform.eventstore.TestEvents.IDENTITY;
import static vn.thidua.platform.eventstore.TestEvents.events;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.eventstore.Verification.Broken;
import vn.thidua.platform.eventstore.Verification.Clean;
import vn.thidua.platform.eventstore.Verification.Reason;
import vn.thidua.platform.testing.Backends;

/** A long log is walked in one pass, with what it took printed: {@code -Dthidua.events=1000000} is the long form. */
class ChainSizeIT {

    private static final int EVENTS = Integer.getInteger("thidua.events", 10_000);
    private static final int PER_COMMIT = 5;
    private static final int WRITERS = 64;

    @Test
    void aLongLogIsWalkedInOnePassAndOneByteInItIsFound() throws Exception {
        var database = Backends.freshDatabase(ChainSizeIT.class);
        int commits = EVENTS / PER_COMMIT;
        try (EventLog log = EventLog.open(database, IDENTITY, EventStoreSettings.DEFAULT)) {
            long begin = System.nanoTime();
            append(log, commits);
            figure("appended", begin);

            begin = System.nanoTime();
            assertThat(log.verify()).isEqualTo(new Clean(commits, log.publishedHead()));
            figure("walked", begin);

            long late = (commits - 3L) * PER_COMMIT;
            database.getCollection(Commits.COLLECTION).updateOne(Filters.eq("_id", late), Updates.set("e.2.p", "{}"));
            assertThat(log.verify()).isEqualTo(new Broken(late, Reason.CHANGED));
        }
    }

    private static void append(EventLog log, int commits) throws Exception {
        var next = new AtomicInteger();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(executor.submit(() -> {
                    for (int n = next.getAndIncrement(); n < commits; n = next.getAndIncrement()) {
                        log.append(events("a" + n, 0, PER_COMMIT), null);
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
    }

    private static void figure(String what, long begin) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        System.out.println("figure: " + EVENTS + " events in commits of " + PER_COMMIT + " " + what + " in " + millis
                + " ms, heap bounded to "
                + Runtime.getRuntime().maxMemory() / (1024 * 1024) + " MB");
    }
}
