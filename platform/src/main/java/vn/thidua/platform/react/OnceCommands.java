package vn.thidua.platform.react;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.Wanted;
import vn.thidua.platform.eventstore.OnceKey;
import vn.thidua.platform.eventstore.OnceKeys;

/**
 * Sends what an event asks for, each command once, and waits until all of it is durable. Each is sent on a thread of its
 * own: a processor's thread has a unit of work already, and a command nested there would be stored with the whole batch,
 * behind the token. They are for different aggregates, so several go side by side and share the store's commits; what
 * another event asks of an aggregate comes after all of them.
 *
 * <p>What was done before counts as done. A refusal, and whatever else the command leads to, is thrown as it is: a
 * refusal will not change by itself, so the event is to be parked; a backend that does not answer is to be waited for.
 */
public final class OnceCommands {

    /** Of one event; more would only wait for the store together. */
    private static final int AT_ONCE = 32;

    private final Commands commands;
    private final OnceKeys keys;

    /** Sends through the commands, under these keys. */
    public OnceCommands(Commands commands, OnceKeys keys) {
        this.commands = commands;
        this.keys = keys;
    }

    /**
     * What a policy wants.
     *
     * @param act as {@link Act#after} makes it
     * @param eventId of the context's own event
     */
    public void react(String policy, String eventId, Act act, List<Wanted> wanted) {
        sendAll(target -> keys.react(policy, eventId, target), act, wanted);
    }

    /**
     * What a listener wants.
     *
     * @param eventId the envelope's id
     */
    public void consume(String purpose, String eventId, Act act, List<Wanted> wanted) {
        sendAll(target -> keys.consume(purpose, eventId, target), act, wanted);
    }

    private void sendAll(Function<String, OnceKey> key, Act act, List<Wanted> wanted) {
        Set<String> targets = new HashSet<>();
        for (Wanted one : wanted) {
            if (!targets.add(one.target())) {
                // under the same key the second would count as done
                throw new IllegalStateException("two commands for the same target after one event");
            }
        }
        Semaphore turns = new Semaphore(AT_ONCE, true);
        AtomicBoolean failed = new AtomicBoolean();
        join(wanted.stream().map(one -> begin(one, act, key, turns, failed)).toList());
    }

    private FutureTask<@Nullable Void> begin(
            Wanted one, Act act, Function<String, OnceKey> key, Semaphore turns, AtomicBoolean failed) {
        var task = new FutureTask<@Nullable Void>(() -> {
            turns.acquireUninterruptibly();
            try {
                if (!failed.get()) {
                    commands.send(one.command(), act, key.apply(one.target()), null);
                }
            } catch (RuntimeException | Error e) {
                failed.set(true);
                throw e;
            } finally {
                turns.release();
            }
            return null;
        });
        Thread.ofVirtual().name("once-command").start(task);
        return task;
    }

    /** Waits for all of them, also when one has failed: the next attempt must not run beside what is left of this one. */
    private static void join(List<FutureTask<@Nullable Void>> tasks) {
        boolean interrupted = false;
        @Nullable Throwable first = null;
        for (FutureTask<@Nullable Void> task : tasks) {
            boolean done = false;
            while (!done) {
                try {
                    task.get();
                    done = true;
                } catch (InterruptedException e) {
                    // the time of each is bounded
                    interrupted = true;
                } catch (ExecutionException e) {
                    first = first == null ? e.getCause() : first;
                    done = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (first instanceof RuntimeException failure) {
            throw failure;
        }
        if (first instanceof Error error) {
            throw error;
        }
        if (first != null) {
            throw new IllegalStateException(first);
        }
    }
}
