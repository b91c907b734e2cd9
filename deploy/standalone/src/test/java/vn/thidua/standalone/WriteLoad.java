package vn.thidua.standalone;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Callers who write as fast as they are answered, and keep what they were told. */
final class WriteLoad implements AutoCloseable {

    /** A request that was begun: its key tells it from all others. */
    record Sent(String key, String body) {}

    private final Rest rest;
    private final String path;
    private final IntFunction<String> body;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<Sent, Rest.Answer> acknowledged = new ConcurrentHashMap<>();
    private final Map<Sent, String> open = new ConcurrentHashMap<>();
    private final List<Thread> callers = new ArrayList<>();
    private volatile boolean stopping;
    private volatile @Nullable AssertionError refused;

    /**
     * @param body of the n-th request; no two are equal
     */
    WriteLoad(Rest rest, String path, IntFunction<String> body) {
        this.rest = rest;
        this.path = path;
        this.body = body;
    }

    void start(int count) {
        stopping = false;
        for (int i = 0; i < count; i++) {
            callers.add(Thread.ofPlatform().name("caller " + i).start(this::write));
        }
    }

    private void write() {
        while (!stopping) {
            int n = next.incrementAndGet();
            var sent = new Sent("load-request-%06d".formatted(n), body.apply(n));
            // noted first: nobody knows what comes of it until the answer is here
            open.put(sent, "begun");
            try {
                send(sent);
            } catch (AssertionError e) {
                refused = e;
                return;
            } catch (IOException e) {
                open.put(sent, e.getClass().getSimpleName());
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void send(Sent sent) throws IOException, InterruptedException {
        Rest.Answer answer = rest.post(path, sent.body(), sent.key());
        if (answer.isDone()) {
            acknowledged.put(sent, answer);
            open.remove(sent);
        } else {
            open.put(sent, answer.status() + " " + answer.body());
            if (answer.status() < 500) {
                throw new AssertionError("refused: " + answer.status() + " " + answer.body());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the callers; what is under way is answered or fails first. */
    void stop() throws InterruptedException {
        stopping = true;
        for (Thread caller : callers) {
            caller.join();
        }
        callers.clear();
    }

    /** Asks again, under the same keys, for everything that nobody has answered. */
    int repeatOpen() throws IOException, InterruptedException {
        int repeated = 0;
        for (Sent sent : List.copyOf(open.keySet())) {
            repeated++;
            send(sent);
        }
        return repeated;
    }

    /** What has been answered well; fails if something was refused. */
    Map<Sent, Rest.Answer> acknowledged() {
        AssertionError failure = refused;
        if (failure != null) {
            throw failure;
        }
        return Map.copyOf(acknowledged);
    }

    Map<Sent, String> open() {
        return Map.copyOf(open);
    }

    int begun() {
        return next.get();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        rest.close();
    }
}
