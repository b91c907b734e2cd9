package vn.thidua.gateway.signin;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.gateway.signin.session.MongoSessions;
import vn.thidua.gateway.signin.throttle.Throttle;

/** Removes sessions that have ended and tries that are forgotten; each gateway does, one after another is no harm. */
final class Sweeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);

    private final MongoSessions sessions;
    private final Throttle throttle;
    private final ScheduledExecutorService timer;

    Sweeping(MongoSessions sessions, Throttle throttle, Duration every) {
        this.sessions = sessions;
        this.throttle = throttle;
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("sign-in-sweep").factory());
        var _ = timer.scheduleWithFixedDelay(this::sweep, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        try {
            long gone = sessions.sweep();
            throttle.sweep();
            LOG.debug("{} sessions had ended", gone);
        } catch (MongoException e) {
            // they count as ended all the same
            LOG.warn(
                    "sessions that have ended were not removed: {}",
                    e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
