package vn.thidua.organization.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.sheet.check.RowReport;
import vn.thidua.organization.sheet.check.SheetPreview;

/** What is said about imports. */
final class ImportAnswers {

    /** Rows with errors that an answer to an upload shows. */
    static final int MOST_ERRORS = 500;

    private ImportAnswers() {}

    /**
     * What a file would do, right after its upload.
     *
     * @param id of the import; null if the file has errors: then nothing was kept
     * @param rows in the file
     * @param errors rows that have one
     * @param counts rows by what they lead to
     * @param failed rows with an error, {@link #MOST_ERRORS} at most
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Uploaded(
            @Nullable String id,
            int rows,
            int errors,
            boolean undoable,
            Map<String, Integer> counts,
            List<String> notes,
            List<RowReport> failed) {}

    static Uploaded uploaded(@Nullable String id, SheetPreview preview) {
        Map<String, Integer> counts = new TreeMap<>();
        preview.counts().forEach((outcome, count) -> counts.put(outcome.name(), count));
        return new Uploaded(
                id,
                preview.rows().size(),
                preview.errors(),
                preview.undoable(),
                counts,
                preview.notes(),
                preview.rows().stream()
                        .filter(RowReport::failed)
                        .limit(MOST_ERRORS)
                        .toList());
    }

    /**
     * How far an import is.
     *
     * @param state PROPOSED, DISCARDED, RUNNING, STOPPED, COMPLETED, UNDOING, UNDO_STOPPED or UNDONE
     * @param batches commits it takes
     * @param applied those that stand
     * @param reason why it stopped, in Vietnamese
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Progress(
            String id,
            String unit,
            String state,
            int rows,
            int batches,
            int applied,
            boolean undoable,
            Map<String, Object> counts,
            @Nullable String code,
            @Nullable String reason) {}

    static Progress progress(Document row) {
        return new Progress(
                row.getString("_id"),
                row.getString("unit"),
                row.getString("state"),
                row.getInteger("rows", 0),
                row.getInteger("batches", 0),
                row.getInteger("applied", 0),
                row.getBoolean("undoable", false),
                row.get("counts", new Document()),
                row.getString("code"),
                row.getString("reason"));
    }
}
