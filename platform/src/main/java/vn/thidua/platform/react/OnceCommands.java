package vn.thidua.platform.react;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.Wanted;
import vn.thidua.platform.eventstore.OnceKey;
import vn.thidua.platform.eventstore.OnceKeys;

/**
 * Sends what an event asks for, each command once, and waits until it is durable. Each is sent on a thread of its own: a
 * processor's thread has a unit of work already, and a command nested there would be stored with the whole batch, behind
 * the token.
 *
 * <p>What was done before counts as done. A refusal, and whatever else the command leads to, is thrown as it is: a
 * refusal will not change by itself, so the event is to be parked; a backend that does not answer is to be waited for.
 */
public final class OnceCommands {

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
        for (Wanted one : wanted) {
            sendApart(one.command(), act, key.apply(one.target()));
        }
    }

    private void sendApart(Object command, Act act, OnceKey once) {
        var task = new FutureTask<>(() -> commands.send(command, act, once, null));
        Thread.ofVirtual().name("once-command").start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    task.get();
                    return;
                } catch (InterruptedException e) {
                    // its time is bounded; leaving it alone would let the next attempt run beside it
                    interrupted = true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof RuntimeException runtime) {
                        throw runtime;
                    }
                    if (e.getCause() instanceof Error error) {
                        throw error;
                    }
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
