package vn.thidua.organization.view.imports;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bson.Document;
import vn.thidua.organization.domain.imports.ImportEvent;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.view.Rows;
import vn.thidua.platform.view.View;

/**
 * {@code imports_v1}: {@code {_id, unit, file, plan, hash, rows, batches, undoable, counts, state, applied, made, code,
 * reason, version}}; {@code applied} counts the batches that stand, {@code made} is in milliseconds.
 */
public final class ImportsView implements View {

    public static final String NAME = "imports";

    /** Who waits for a state: the runner looks for what is to be done. */
    public static final String STATE = "state";

    public static final String APPLIED = "applied";
    public static final String RUNNING = "RUNNING";
    public static final String UNDOING = "UNDOING";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending("unit", "made")));
    }

    @Override
    public void project(LoggedEvent event, Rows rows) {
        if (!(event.payload() instanceof ImportEvent happened)) {
            return;
        }
        rows.change(
                happened.importId(),
                row -> changed(row, happened, event.at().toEpochMilli()).append("version", event.sequence()));
    }

    private static Document changed(Document row, ImportEvent event, long made) {
        return switch (event) {
            case ImportEvent.ImportProposed e ->
                row.append("unit", e.unit())
                        .append("file", e.file())
                        .append("plan", e.plan())
                        .append("hash", e.planHash())
                        .append("rows", e.rows())
                        .append("batches", e.batches())
                        .append("undoable", e.undoable())
                        .append("counts", new Document(e.counts()))
                        .append(STATE, "PROPOSED")
                        .append(APPLIED, 0)
                        .append("made", made);
            case ImportEvent.ImportDiscarded _ -> row.append(STATE, "DISCARDED");
            case ImportEvent.ImportStarted _ -> row.append(STATE, RUNNING);
            case ImportEvent.ImportBatchApplied e -> row.append(APPLIED, e.batch() + 1);
            case ImportEvent.ImportCompleted _ -> row.append(STATE, "COMPLETED");
            case ImportEvent.ImportStopped e ->
                row.append(STATE, UNDOING.equals(row.getString(STATE)) ? "UNDO_STOPPED" : "STOPPED")
                        .append("code", e.code())
                        .append("reason", e.reason());
            case ImportEvent.ImportResumed _ -> {
                row.remove("code");
                row.remove("reason");
                yield row.append(STATE, "UNDO_STOPPED".equals(row.getString(STATE)) ? UNDOING : RUNNING);
            }
            case ImportEvent.ImportUndoStarted _ -> row.append(STATE, UNDOING);
            case ImportEvent.ImportBatchUndone e -> row.append(APPLIED, e.batch());
            case ImportEvent.ImportUndone _ -> row.append(STATE, "UNDONE");
        };
    }
}
