package vn.thidua.organization.domain.imports;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of an import. What its batches do is asked of units and people. */
public sealed interface ImportCommand {

    /**
     * A file was checked without a single error.
     *
     * @param unit that imports
     * @param file id of the uploaded file
     * @param plan id of the file with the steps
     * @param planHash SHA-256 of the steps, hexadecimal
     * @param rows in the file
     * @param batches commits it takes
     * @param undoable whether all of it can be taken back
     * @param counts rows by what they lead to
     */
    record ProposeImport(
            @TargetAggregateIdentifier String importId,
            String unit,
            String file,
            String plan,
            String planHash,
            int rows,
            int batches,
            boolean undoable,
            Map<String, Integer> counts)
            implements ImportCommand {
        public ProposeImport {
            counts = Collections.unmodifiableMap(new TreeMap<>(counts));
        }
    }

    /** @param planHash of the steps that the file leads to today; others than were shown are not carried out */
    record ConfirmImport(@TargetAggregateIdentifier String importId, String planHash) implements ImportCommand {}

    /** It will not be carried out. */
    record DiscardImport(@TargetAggregateIdentifier String importId) implements ImportCommand {}

    /** @param batch from 0 */
    record RecordBatch(@TargetAggregateIdentifier String importId, int batch) implements ImportCommand {}

    /**
     * The tree refused a batch.
     *
     * @param code name of the refusal
     * @param reason in Vietnamese, without personal data
     */
    record StopImport(@TargetAggregateIdentifier String importId, int batch, String code, String reason)
            implements ImportCommand {}

    /** Goes on where it stopped. */
    record ResumeImport(@TargetAggregateIdentifier String importId) implements ImportCommand {}

    record UndoImport(@TargetAggregateIdentifier String importId) implements ImportCommand {}

    /** Batches are taken back the last one first. */
    record RecordBatchUndone(@TargetAggregateIdentifier String importId, int batch) implements ImportCommand {}
}
