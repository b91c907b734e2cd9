package vn.thidua.platform.view;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.processing.TestLog;

/**
 * A row per aggregate with all its texts, and one row that all aggregates feed. It appends: whatever comes twice shows.
 */
record NotesView(int version) implements View {

    static final String ALL = "all";

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public void project(LoggedEvent event, Rows rows) {
        String id = String.valueOf(event.aggregateId());
        String text = ((TestLog.Noted) event.payload()).text();
        switch (text) {
            case "poison" -> throw new IllegalStateException("about somebody");
            case "gone" -> rows.remove(id);
            default -> {
                rows.change(id, row -> appended(row, text));
                rows.change(id, row -> row.append("version", version));
                rows.change(ALL, row -> appended(row, id + ":" + text));
            }
        }
    }

    private static Document appended(Document row, String text) {
        List<String> texts = new ArrayList<>(row.getList("texts", String.class, List.of()));
        texts.add(text);
        return row.append("texts", texts);
    }
}
