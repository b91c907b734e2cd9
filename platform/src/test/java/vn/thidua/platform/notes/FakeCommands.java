package vn.thidua.platform.notes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.context.Accepted;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.eventstore.OnceKey;

/** Takes every command, remembers once-keys, and throws what it is told to. */
public final class FakeCommands implements Commands {

    /** What was sent, in order. */
    public final List<Sent> sent = new ArrayList<>();

    private final Map<Binary, Accepted> earlier = new HashMap<>();
    private @Nullable RuntimeException next;

    /** One command with its headers. */
    public record Sent(
            Object command,
            Act act,
            @Nullable OnceKey once,
            @Nullable Long expectedVersion) {}

    /** The next command ends like this. */
    public synchronized void failNext(RuntimeException failure) {
        next = failure;
    }

    @Override
    public synchronized Accepted send(Object command, Act act, @Nullable OnceKey once, @Nullable Long expectedVersion) {
        @Nullable RuntimeException failure = next;
        next = null;
        if (failure != null) {
            throw failure;
        }
        @Nullable Accepted first = once == null ? null : earlier.get(once.key());
        if (first != null) {
            return new Accepted(first.aggregateId(), first.version(), first.position(), true);
        }
        sent.add(new Sent(command, act, once, expectedVersion));
        var accepted = new Accepted("note-" + sent.size(), 0, 40 + sent.size(), false);
        if (once != null) {
            earlier.put(once.key(), accepted);
        }
        return accepted;
    }
}
