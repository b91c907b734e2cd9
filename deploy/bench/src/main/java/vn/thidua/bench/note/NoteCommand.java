package vn.thidua.bench.note;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What is asked of a note. */
public sealed interface NoteCommand {

    /** Id of the note. */
    String note();

    /** A new one. */
    record BeginNote(@TargetAggregateIdentifier String note, String unit) implements NoteCommand {}

    /** One line more. */
    record AddLine(@TargetAggregateIdentifier String note) implements NoteCommand {}
}
