package vn.thidua.bench.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Many clients that each do one thing after the other for a while. */
final class Load {

    /** What one client does, again and again. */
    @FunctionalInterface
    interface Client {
        void once(long turn);
    }

    private Load() {}

    /** How often per second the clients together came through. */
    static double perSecond(int clients, Duration slice, java.util.function.IntFunction<Client> of) {
        AtomicLong done = new AtomicLong();
        long start = System.nanoTime();
        long end = start + slice.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (int c = 0; c < clients; c++) {
                Client client = of.apply(c);
                running.add(threads.submit(() -> {
                    for (long turn = 0; System.nanoTime() < end; turn++) {
                        client.once(turn);
                        done.incrementAndGet();
                    }
                }));
            }
            for (Future<?> client : running) {
                client.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client of the bench failed", e);
        }
        return done.get() / ((System.nanoTime() - start) / 1e9);
    }
}
