package vn.thidua.platform.embedded;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits until a server that has just been started answers. */
final class Waiting {

    private Waiting() {}

    /**
     * @param alive whether it is worth waiting on
     * @throws IllegalStateException if it does not come true in time
     */
    static void until(String what, Duration patience, Callable<Boolean> alive, Callable<Boolean> condition) {
        long end = System.nanoTime() + patience.toNanos();
        Exception last = null;
        try {
            do {
                try {
                    last = null;
                    if (condition.call()) {
                        return;
                    }
                } catch (InterruptedException e) {
                    throw e;
                } catch (Exception e) {
                    // it may come right, as long as there is time
                    last = e;
                }
                Thread.sleep(20);
            } while (alive.call() && System.nanoTime() < end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting until " + what, e);
        } catch (Exception e) {
            throw new IllegalStateException("waited until " + what, e);
        }
        throw new IllegalStateException("waited in vain until " + what, last);
    }
}
