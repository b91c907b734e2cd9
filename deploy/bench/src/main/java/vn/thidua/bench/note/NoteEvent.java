package vn.thidua.bench.note;

/** What happens to a note; about as large as an ordinary event. */
public sealed interface NoteEvent {

    /** Id of the note. */
    String note();

    /** It is there. */
    record NoteBegun(String note, String unit) implements NoteEvent {}

    /** Something was written down. */
    record LineAdded(String note, String unit, long number, String text) implements NoteEvent {

        /** The line of that number; all are about equally long. */
        public static LineAdded number(String note, long number) {
            return new LineAdded(
                    note,
                    "0191e1a0-0000-7000-8000-000000000000",
                    number,
                    "Phát động thi đua, ký giao ước giữa các thôn trong quý " + number % 4);
        }
    }
}
