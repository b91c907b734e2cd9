package vn.thidua.platform.processing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Remembers what it got; on demand it fails. */
final class Seen implements EventHandling {

    /** Texts of flushed events. */
    final List<String> flushed = new CopyOnWriteArrayList<>();

    final List<String> parked = new CopyOnWriteArrayList<>();
    volatile Consumer<String> before = text -> {};
    volatile Runnable inFlush = () -> {};
    private final List<String> pending = new ArrayList<>();

    @Override
    public void on(LoggedEvent event) {
        String text = ((TestLog.Noted) event.payload()).text();
        before.accept(text);
        pending.add(event.aggregateId() + ":" + text);
    }

    @Override
    public void flush() {
        inFlush.run();
        flushed.addAll(pending);
        pending.clear();
    }

    @Override
    public void discard() {
        pending.clear();
    }

    @Override
    public void parked(String aggregateId) {
        parked.add(aggregateId);
    }

    @Override
    public void unparked(String aggregateId) {
        parked.removeIf(aggregateId::equals);
    }
}
