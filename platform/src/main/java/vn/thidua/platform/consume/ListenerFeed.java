package vn.thidua.platform.consume;

import java.time.Clock;
import java.util.List;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.ContextPart;
import vn.thidua.platform.context.Wanted;
import vn.thidua.platform.publish.Envelope;
import vn.thidua.platform.react.OnceCommands;

/**
 * Sends the commands that a listener asks for, each under its once-key, and reads on only when they are durable. A record
 * that comes again, also from a topic that was lost and filled anew, takes effect once. It is never part of a rebuild.
 */
public final class ListenerFeed implements ContextPart {

    private final CommandListener listener;
    private final TopicFeed feed;

    public ListenerFeed(Feeding feeding, CommandListener listener, OnceCommands commands, Clock clock) {
        this.listener = listener;
        this.feed =
                new TopicFeed(feeding, listener.purpose(), listener.contexts(), new Sending(listener, commands), clock);
    }

    @Override
    public String name() {
        return "listener " + listener.purpose();
    }

    @Override
    public void start() {
        feed.start();
    }

    /** How it is doing. */
    public FeedStatus status() {
        return feed.status();
    }

    /** What is parked. */
    public List<ParkedRecord> parked() {
        return feed.place().parked().list();
    }

    /**
     * Tries what is parked of one key again, in order; stops at the first that fails again.
     *
     * @return how many went well
     * @throws IllegalStateException if another process reads the partition: ask that one
     */
    public int retry(String key) {
        return feed.retry(key);
    }

    /** Takes one parked record away for good: the listener will never have heard of it. */
    public void drop(ParkedRecord record) {
        feed.drop(record);
    }

    @Override
    public void close() {
        feed.close();
    }

    private record Sending(CommandListener listener, OnceCommands commands) implements RecordHandling {

        @Override
        public void on(ContractRecord event) {
            List<Wanted> wanted = listener.on(event);
            if (!wanted.isEmpty()) {
                commands.consume(listener.purpose(), event.envelope().id(), actAfter(event.envelope()), wanted);
            }
        }

        private static Act actAfter(Envelope envelope) {
            String correlation = envelope.correlationId();
            return new Act(
                    "system",
                    List.of(),
                    envelope.unit(),
                    envelope.id(),
                    correlation == null ? envelope.id() : correlation,
                    envelope.id());
        }

        @Override
        public boolean goesOnAfterLoss() {
            return true;
        }
    }
}
