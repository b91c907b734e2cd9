package vn.thidua.bench.figure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** Many clients that each do one thing after the other for a while. */
public final class Load {

    /** What one client does, again and again. */
    @FunctionalInterface
    public interface Client {
        void once(long turn) throws Exception;
    }

    private Load() {}

    /** How often per second the clients together came through; each does at least one turn. */
    public static double perSecond(int clients, Duration slice, IntFunction<Client> of) {
        AtomicLong done = new AtomicLong();
        long start = System.nanoTime();
        long end = start + slice.toNanos();
        each(clients, of, (client, _) -> {
            long turn = 0;
            do {
                client.once(turn++);
                done.incrementAndGet();
            } while (System.nanoTime() < end);
        });
        return done.get() / ((System.nanoTime() - start) / 1e9);
    }

    /** All numbers from 0 below the bound, once each, shared among the clients. */
    public static void times(int clients, long bound, Client act) {
        AtomicLong next = new AtomicLong();
        each(clients, _ -> act, (client, _) -> {
            for (long turn = next.getAndIncrement(); turn < bound; turn = next.getAndIncrement()) {
                client.once(turn);
            }
        });
    }

    private interface Work {
        void of(Client client, int number) throws Exception;
    }

    private static void each(int clients, IntFunction<Client> of, Work work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (int c = 0; c < clients; c++) {
                Client client = of.apply(c);
                int number = c;
                running.add(threads.submit(() -> {
                    work.of(client, number);
                    return null;
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
    }
}
