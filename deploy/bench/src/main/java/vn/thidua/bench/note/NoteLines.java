package vn.thidua.bench.note;

import java.util.List;
import org.bson.Document;
import vn.thidua.platform.consume.ContractRecord;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.view.ForeignView;
import vn.thidua.platform.view.Rows;
import vn.thidua.platform.view.View;

/** The lines of all notes, a row for each event: in the context itself and in a foreign one. */
public final class NoteLines {

    /** Name of both views. */
    public static final String NAME = "lines";

    private NoteLines() {}

    /** Id of a row. */
    public static String id(String note, long number) {
        return note + "/" + number;
    }

    /** What stands in a row, but for its id and the mark of the last event. */
    public static Document row(Document row, String note, String unit, long number, String text) {
        return row.append("note", note)
                .append("unit", unit)
                .append("number", number)
                .append("text", text);
    }

    /** Fed by the context's own log. */
    public static final class Own implements View {

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public List<String> expects(LoggedEvent event) {
            return event.payload() instanceof NoteEvent.LineAdded line
                    ? List.of(id(line.note(), line.number()))
                    : List.of();
        }

        @Override
        public void project(LoggedEvent event, Rows rows) {
            if (event.payload() instanceof NoteEvent.LineAdded line) {
                rows.change(
                        id(line.note(), line.number()),
                        row -> row(row, line.note(), line.unit(), line.number(), line.text()));
            }
        }
    }

    /** Fed by the topic. */
    public static final class Foreign implements ForeignView {

        private final String context;

        /** @param context whose topic it follows */
        public Foreign(String context) {
            this.context = context;
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public List<String> contexts() {
            return List.of(context);
        }

        @Override
        public List<String> expects(ContractRecord event) {
            return event.event() instanceof NoteContract.LineAddedV1 line
                    ? List.of(id(line.note(), line.number()))
                    : List.of();
        }

        @Override
        public void project(ContractRecord event, Rows rows) {
            if (event.event() instanceof NoteContract.LineAddedV1 line) {
                rows.change(
                        id(line.note(), line.number()),
                        row -> row(row, line.note(), line.unit(), line.number(), line.text()));
            }
        }
    }
}
