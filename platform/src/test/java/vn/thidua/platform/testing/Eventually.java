package vn.thidua.platform.testing;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what comes a little later, and says what it waited for when it does not come. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Eventually() {}

    /** Waits at most 20 s. */
    public static void eventually(String what, Callable<Boolean> condition) {
        within(PATIENCE, what, condition);
    }

    /**
     * Waits.
     *
     * @param what the sentence that is true in the end; it becomes the message
     */
    public static void within(Duration patience, String what, Callable<Boolean> condition) {
        long end = System.nanoTime() + patience.toNanos();
        Throwable last = null;
        do {
            try {
                last = null;
                if (condition.call()) {
                    return;
                }
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting until " + what, e);
            } catch (Exception | AssertionError e) {
                // it may come right, as long as there is time
                last = e;
            }
        } while (System.nanoTime() < end);
        throw new AssertionError("waited " + patience + " until " + what, last);
    }
}
