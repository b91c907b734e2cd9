package vn.thidua.organization.domain.imports;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What happened to an import. */
public sealed interface ImportEvent {

    String importId();

    record ImportProposed(
            String importId,
            String unit,
            String file,
            String plan,
            String planHash,
            int rows,
            int batches,
            boolean undoable,
            Map<String, Integer> counts)
            implements ImportEvent {
        public ImportProposed {
            counts = Collections.unmodifiableMap(new TreeMap<>(counts));
        }
    }

    record ImportDiscarded(String importId) implements ImportEvent {}

    record ImportStarted(String importId) implements ImportEvent {}

    /** @param batch from 0; its rows stand */
    record ImportBatchApplied(String importId, int batch) implements ImportEvent {}

    /** All rows stand. */
    record ImportCompleted(String importId) implements ImportEvent {}

    /** @param batch that was refused; it is neither done nor undone */
    record ImportStopped(String importId, int batch, String code, String reason) implements ImportEvent {}

    record ImportResumed(String importId) implements ImportEvent {}

    record ImportUndoStarted(String importId) implements ImportEvent {}

    record ImportBatchUndone(String importId, int batch) implements ImportEvent {}

    /** Nothing of it stands any more. */
    record ImportUndone(String importId) implements ImportEvent {}
}
