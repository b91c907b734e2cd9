package vn.thidua.platform.rules.bad.react;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;

/** Breaks the rules: drops what failed. */
public final class Dropping {

    EnqueueDecision<EventMessage<?>> decide() {
        return Decisions.doNotEnqueue();
    }
}
