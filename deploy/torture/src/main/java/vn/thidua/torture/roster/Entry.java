package vn.thidua.torture.roster;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes down a unit as often as it is told to: who tells it twice shows in the log. */
public class Entry {

    /** Asks to take the unit down. */
    public record TakeDown(@TargetAggregateIdentifier String unit) {}

    /** The unit was taken down. */
    public record TakenDown(String unit) {}

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Axon takes the id from the first event, and reads it
    private String unit;

    protected Entry() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void take(TakeDown command) {
        apply(new TakenDown(command.unit()));
    }

    @EventSourcingHandler
    void on(TakenDown event) {
        unit = event.unit();
    }
}
