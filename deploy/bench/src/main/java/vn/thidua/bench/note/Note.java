package vn.thidua.bench.note;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import vn.thidua.bench.note.NoteCommand.AddLine;
import vn.thidua.bench.note.NoteCommand.BeginNote;
import vn.thidua.bench.note.NoteEvent.LineAdded;
import vn.thidua.bench.note.NoteEvent.NoteBegun;

/** A note with numbered lines. */
public class Note {

    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init") // null before the first event: by that Axon sees that it is new
    private String id;

    private long lines;

    /** For Axon. */
    protected Note() {}

    @CommandHandler
    Note(BeginNote command) {
        apply(new NoteBegun(command.note(), command.unit()));
    }

    @CommandHandler
    void add(AddLine command) {
        apply(LineAdded.number(id, lines + 1));
    }

    @EventSourcingHandler
    void on(NoteEvent event) {
        switch (event) {
            case NoteBegun begun -> id = begun.note();
            case LineAdded added -> {
                id = added.note();
                lines = added.number();
            }
        }
    }
}
