package vn.thidua.platform.hosting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.thidua.platform.audit.AuditView;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.processing.Processors;
import vn.thidua.platform.view.ViewStore;
import vn.thidua.platform.web.read.PositionWaiter;

/** Waits for all views of a context; who asks need not say which of them the answer is made of. */
public final class ContextPositions implements PositionWaiter {

    private final Contexts contexts;

    public ContextPositions(Contexts contexts) {
        this.contexts = contexts;
    }

    @Override
    public Waited await(String context, long position, Duration atMost) {
        Optional<ContextRuntime> found = contexts.find(context);
        if (found.isEmpty()) {
            return Waited.FOREIGN;
        }
        ContextRuntime runtime = found.get();
        List<String> views = runtime.views().names().stream()
                .filter(view -> !view.equals(AuditView.NAME))
                .toList();
        if (!views.isEmpty() && reached(runtime, views, position, Duration.ZERO)) {
            return Waited.REACHED;
        }
        // the store is asked only where the views do not know better
        if (position >= runtime.log().nextPosition()) {
            return Waited.ABOVE_HEAD;
        }
        return reached(runtime, views, position, atMost) ? Waited.REACHED : Waited.NOT_YET;
    }

    private static boolean reached(ContextRuntime runtime, List<String> views, long position, Duration atMost) {
        Processors processors = runtime.processors();
        ViewStore store = runtime.views().store();
        long end = System.nanoTime() + atMost.toNanos();
        for (String view : views) {
            try {
                String processor = store.active(view).processor();
                Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
                if (!processors.has(processor)
                        || (processors.position(processor) < position
                                && !processors.await(processor, position, left))) {
                    return false;
                }
            } catch (IllegalArgumentException e) {
                // a view that was never filled yet
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
