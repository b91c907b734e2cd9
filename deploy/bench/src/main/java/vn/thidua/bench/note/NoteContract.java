package vn.thidua.bench.note;

import vn.thidua.contracts.ContractEvent;

/** What the invented context tells another. */
public sealed interface NoteContract extends ContractEvent {

    /** Id of the note. */
    String note();

    @Override
    default String subject() {
        return "note/" + note();
    }

    /** A line was written down. */
    record LineAddedV1(String note, String unit, long number, String text) implements NoteContract {}
}
