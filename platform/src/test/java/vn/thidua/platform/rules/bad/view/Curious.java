package vn.thidua.platform.rules.bad.view;

import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import vn.thidua.contracts.SealedText;
import vn.thidua.platform.rules.bad.publish.Published;

/** Breaks the rules: knows contracts and a step that is not its own, and fills over itself. */
public record Curious(SealedText text, Published published) {

    void again(PooledStreamingEventProcessor processor) {
        processor.resetTokens();
    }
}
