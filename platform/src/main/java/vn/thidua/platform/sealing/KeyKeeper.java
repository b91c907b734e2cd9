package vn.thidua.platform.sealing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.platform.context.ContextPart;

/**
 * After each erasure has the files of keys written anew in every place that is known, and the earlier ones deleted: soon
 * after those of this process, within a minute after those of another one. A place that cannot be reached is tried again.
 */
public final class KeyKeeper implements ContextPart {

    private static final Logger LOG = LoggerFactory.getLogger(KeyKeeper.class);

    private final MongoKeyRing ring;
    private final KeyPlaces places;
    private final InstantSource clock;
    private final Duration pause;
    private final Duration every;
    private final Semaphore destroyed = new Semaphore(0);
    private volatile int failing;
    private volatile boolean closed;
    private volatile @Nullable Thread thread;

    /** Follows the erasures of a ring. */
    public KeyKeeper(MongoKeyRing ring, KeyPlaces places, InstantSource clock) {
        this(ring, places, clock, Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    KeyKeeper(MongoKeyRing ring, KeyPlaces places, InstantSource clock, Duration pause, Duration every) {
        this.ring = ring;
        this.places = places;
        this.clock = clock;
        this.pause = pause;
        this.every = every;
        ring.onDestroyed(destroyed::release);
    }

    @Override
    public String name() {
        return "key-keeper";
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name(name()).start(this::loop);
    }

    private void loop() {
        while (!closed) {
            try {
                rewrite();
                if (destroyed.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
                    // many erasures, one file
                    Thread.sleep(pause);
                    destroyed.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void rewrite() {
        try {
            int now = places.rewriteOld(ring, clock.instant());
            if (now > 0 && now != failing) {
                LOG.warn("{} places of keys cannot be reached, and still hold keys that were destroyed", now);
            }
            failing = now;
        } catch (RuntimeException e) {
            if (closed) {
                return;
            }
            LOG.warn("files of keys are written anew later: {}", e.getClass().getSimpleName());
        }
    }

    /** How many places hold a file that is older than an erasure. */
    public int failing() {
        return failing;
    }

    @Override
    public void close() {
        closed = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            try {
                running.join(5000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
