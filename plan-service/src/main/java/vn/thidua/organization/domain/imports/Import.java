package vn.thidua.organization.domain.imports;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import vn.thidua.platform.values.RejectedException;

/**
 * One list that is taken in: proposed with its preview, confirmed, done batch by batch, and perhaps taken back the same
 * way. It keeps the count; a batch that is recorded twice counts once, for whoever records it may have crashed.
 */
public class Import {

    private enum State {
        PROPOSED,
        DISCARDED,
        RUNNING,
        STOPPED,
        COMPLETED,
        UNDOING,
        UNDO_STOPPED,
        UNDONE
    }

    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init") // Axon takes the id from the first event; it must not find another one before
    private String id;

    private State state = State.PROPOSED;
    private String planHash = "";
    private int batches;
    private boolean undoable;
    /** How many stand: those from 0 on. */
    private int applied;

    protected Import() {}

    @CommandHandler
    public Import(ImportCommand.ProposeImport command) {
        if (command.batches() == 0) {
            throw new RejectedException(new ImportRejection.NothingToDo());
        }
        apply(new ImportEvent.ImportProposed(
                command.importId(),
                command.unit(),
                command.file(),
                command.plan(),
                command.planHash(),
                command.rows(),
                command.batches(),
                command.undoable(),
                command.counts()));
    }

    @CommandHandler
    void confirm(ImportCommand.ConfirmImport command) {
        must(state == State.PROPOSED, new ImportRejection.AlreadyDecided());
        must(planHash.equals(command.planHash()), new ImportRejection.PlanChanged());
        apply(new ImportEvent.ImportStarted(id));
    }

    @CommandHandler
    void discard(ImportCommand.DiscardImport command) {
        must(state == State.PROPOSED, new ImportRejection.AlreadyDecided());
        apply(new ImportEvent.ImportDiscarded(id));
    }

    @CommandHandler
    void record(ImportCommand.RecordBatch command) {
        if (command.batch() < applied || state == State.COMPLETED) {
            return;
        }
        must(state == State.RUNNING && command.batch() == applied, new ImportRejection.OutOfOrder());
        apply(new ImportEvent.ImportBatchApplied(id, command.batch()));
        if (applied == batches) {
            apply(new ImportEvent.ImportCompleted(id));
        }
    }

    @CommandHandler
    void stop(ImportCommand.StopImport command) {
        boolean stopped = state == State.STOPPED || state == State.UNDO_STOPPED;
        if (!stopped) {
            must(state == State.RUNNING || state == State.UNDOING, new ImportRejection.OutOfOrder());
            apply(new ImportEvent.ImportStopped(id, command.batch(), command.code(), command.reason()));
        }
    }

    @CommandHandler
    void resume(ImportCommand.ResumeImport command) {
        must(state == State.STOPPED || state == State.UNDO_STOPPED, new ImportRejection.NotStopped());
        apply(new ImportEvent.ImportResumed(id));
    }

    /** Also what stopped half way can be taken back. */
    @CommandHandler
    void undo(ImportCommand.UndoImport command) {
        must(state == State.COMPLETED || state == State.STOPPED, new ImportRejection.NotCompleted());
        must(undoable, new ImportRejection.CannotBeUndone());
        apply(new ImportEvent.ImportUndoStarted(id));
        if (applied == 0) {
            apply(new ImportEvent.ImportUndone(id));
        }
    }

    @CommandHandler
    void recordUndone(ImportCommand.RecordBatchUndone command) {
        if (command.batch() >= applied || state == State.UNDONE) {
            return;
        }
        must(state == State.UNDOING && command.batch() == applied - 1, new ImportRejection.OutOfOrder());
        apply(new ImportEvent.ImportBatchUndone(id, command.batch()));
        if (applied == 0) {
            apply(new ImportEvent.ImportUndone(id));
        }
    }

    private static void must(boolean so, ImportRejection otherwise) {
        if (!so) {
            throw new RejectedException(otherwise);
        }
    }

    @EventSourcingHandler
    void on(ImportEvent event) {
        switch (event) {
            case ImportEvent.ImportProposed e -> {
                id = e.importId();
                planHash = e.planHash();
                batches = e.batches();
                undoable = e.undoable();
            }
            case ImportEvent.ImportDiscarded _ -> state = State.DISCARDED;
            case ImportEvent.ImportStarted _ -> state = State.RUNNING;
            case ImportEvent.ImportBatchApplied e -> applied = e.batch() + 1;
            case ImportEvent.ImportCompleted _ -> state = State.COMPLETED;
            case ImportEvent.ImportStopped _ -> state = state == State.UNDOING ? State.UNDO_STOPPED : State.STOPPED;
            case ImportEvent.ImportResumed _ -> state = state == State.UNDO_STOPPED ? State.UNDOING : State.RUNNING;
            case ImportEvent.ImportUndoStarted _ -> state = State.UNDOING;
            case ImportEvent.ImportBatchUndone e -> applied = e.batch();
            case ImportEvent.ImportUndone _ -> state = State.UNDONE;
        }
    }
}
