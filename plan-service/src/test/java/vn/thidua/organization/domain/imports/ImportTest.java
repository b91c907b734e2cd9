package vn.thidua.organization.domain.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import vn.thidua.organization.domain.imports.ImportEvent.ImportBatchApplied;
import vn.thidua.organization.domain.imports.ImportEvent.ImportBatchUndone;
import vn.thidua.organization.domain.imports.ImportEvent.ImportCompleted;
import vn.thidua.organization.domain.imports.ImportEvent.ImportResumed;
import vn.thidua.organization.domain.imports.ImportEvent.ImportStarted;
import vn.thidua.organization.domain.imports.ImportEvent.ImportStopped;
import vn.thidua.organization.domain.imports.ImportEvent.ImportUndoStarted;
import vn.thidua.organization.domain.imports.ImportEvent.ImportUndone;
import vn.thidua.platform.values.RejectedException;
import vn.thidua.platform.values.Rejection;

class ImportTest {
    private static final String ID = "i1";
    private static final ImportEvent PROPOSED = proposed(2, true);

    private final FixtureConfiguration<Import> fixture = new AggregateTestFixture<>(Import.class);

    private static ImportEvent.ImportProposed proposed(int batches, boolean undoable) {
        return new ImportEvent.ImportProposed(ID, "u", "f", "p", "hash", 10, batches, undoable, Map.of("POST", 10));
    }

    private static void refused(ResultValidator<Import> result, Rejection rejection) {
        result.expectNoEvents().expectException(RejectedException.class);
        result.expectException(new org.hamcrest.CustomMatcher<RejectedException>(rejection.code()) {
            @Override
            public boolean matches(Object thrown) {
                return thrown instanceof RejectedException refused
                        && refused.rejection().equals(rejection);
            }
        });
    }

    @Test
    void aFileWithNothingNewIsNotProposed() {
        refused(
                fixture.givenNoPriorActivity()
                        .when(new ImportCommand.ProposeImport(ID, "u", "f", "p", "hash", 10, 0, true, Map.of())),
                new ImportRejection.NothingToDo());
    }

    @Test
    void onlyWhatWasShownIsCarriedOut() {
        refused(
                fixture.given(PROPOSED).when(new ImportCommand.ConfirmImport(ID, "another")),
                new ImportRejection.PlanChanged());
        fixture.given(PROPOSED)
                .when(new ImportCommand.ConfirmImport(ID, "hash"))
                .expectEvents(new ImportStarted(ID));
    }

    @Test
    void itIsDecidedOnce() {
        refused(
                fixture.given(PROPOSED, new ImportStarted(ID)).when(new ImportCommand.ConfirmImport(ID, "hash")),
                new ImportRejection.AlreadyDecided());
        refused(
                fixture.given(PROPOSED, new ImportStarted(ID)).when(new ImportCommand.DiscardImport(ID)),
                new ImportRejection.AlreadyDecided());
    }

    @Test
    void theLastBatchCompletesIt() {
        fixture.given(PROPOSED, new ImportStarted(ID))
                .when(new ImportCommand.RecordBatch(ID, 0))
                .expectEvents(new ImportBatchApplied(ID, 0));
        fixture.given(PROPOSED, new ImportStarted(ID), new ImportBatchApplied(ID, 0))
                .when(new ImportCommand.RecordBatch(ID, 1))
                .expectEvents(new ImportBatchApplied(ID, 1), new ImportCompleted(ID));
    }

    @Test
    void aBatchCountsOnceHoweverOftenItIsRecorded() {
        fixture.given(PROPOSED, new ImportStarted(ID), new ImportBatchApplied(ID, 0))
                .when(new ImportCommand.RecordBatch(ID, 0))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void noBatchIsSkipped() {
        refused(
                fixture.given(PROPOSED, new ImportStarted(ID)).when(new ImportCommand.RecordBatch(ID, 1)),
                new ImportRejection.OutOfOrder());
    }

    @Test
    void whatStoppedGoesOnOrIsTakenBack() {
        ImportStopped stopped = new ImportStopped(ID, 1, "code", "reason");
        fixture.given(PROPOSED, new ImportStarted(ID), new ImportBatchApplied(ID, 0), stopped)
                .when(new ImportCommand.ResumeImport(ID))
                .expectEvents(new ImportResumed(ID));
        fixture.given(PROPOSED, new ImportStarted(ID), new ImportBatchApplied(ID, 0), stopped, new ImportResumed(ID))
                .when(new ImportCommand.RecordBatch(ID, 1))
                .expectEvents(new ImportBatchApplied(ID, 1), new ImportCompleted(ID));
        fixture.given(PROPOSED, new ImportStarted(ID), new ImportBatchApplied(ID, 0), stopped)
                .when(new ImportCommand.UndoImport(ID))
                .expectEvents(new ImportUndoStarted(ID));
        fixture.given(PROPOSED, new ImportStarted(ID), new ImportStopped(ID, 0, "code", "reason"))
                .when(new ImportCommand.UndoImport(ID))
                .expectEvents(new ImportUndoStarted(ID), new ImportUndone(ID));
    }

    @Test
    void undoGoesBackwardsToTheFirstBatch() {
        Object[] done = {
            PROPOSED,
            new ImportStarted(ID),
            new ImportBatchApplied(ID, 0),
            new ImportBatchApplied(ID, 1),
            new ImportCompleted(ID),
            new ImportUndoStarted(ID)
        };
        fixture.given(done).when(new ImportCommand.RecordBatchUndone(ID, 1)).expectEvents(new ImportBatchUndone(ID, 1));
        refused(fixture.given(done).when(new ImportCommand.RecordBatchUndone(ID, 0)), new ImportRejection.OutOfOrder());
        fixture.given(done)
                .andGiven(new ImportBatchUndone(ID, 1))
                .when(new ImportCommand.RecordBatchUndone(ID, 0))
                .expectEvents(new ImportBatchUndone(ID, 0), new ImportUndone(ID));
    }

    @Test
    void whatMergedUnitsCannotBeTakenBack() {
        refused(
                fixture.given(
                                proposed(1, false),
                                new ImportStarted(ID),
                                new ImportBatchApplied(ID, 0),
                                new ImportCompleted(ID))
                        .when(new ImportCommand.UndoImport(ID)),
                new ImportRejection.CannotBeUndone());
        assertThat(new ImportRejection.CannotBeUndone().vietnamese()).contains("sáp nhập");
    }

    @Test
    void whatIsBeingWrittenIsNotTakenBack() {
        refused(
                fixture.given(PROPOSED, new ImportStarted(ID)).when(new ImportCommand.UndoImport(ID)),
                new ImportRejection.NotCompleted());
    }
}
