package vn.thidua.platform.react;

import java.util.List;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.Wanted;
import vn.thidua.platform.processing.EventHandling;
import vn.thidua.platform.processing.LoggedEvent;

/** Feeds a policy with the events of the log. What it asks for stands before the batch ends, and so before the token. */
public final class PolicyHandling implements EventHandling {

    private final Policy policy;
    private final OnceCommands commands;

    /** The policy's name is part of the once-keys. */
    public PolicyHandling(Policy policy, OnceCommands commands) {
        this.policy = policy;
        this.commands = commands;
    }

    @Override
    public void on(LoggedEvent event) {
        List<Wanted> wanted = policy.on(event);
        if (!wanted.isEmpty()) {
            String correlation = event.metadata().get("correlation") instanceof String text ? text : null;
            commands.react(policy.name(), event.id(), Act.after(event.id(), correlation), wanted);
        }
    }
}
