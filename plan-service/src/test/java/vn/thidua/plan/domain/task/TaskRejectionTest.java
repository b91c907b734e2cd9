package vn.thidua.plan.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskRejectionTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 31);
    private static final List<TaskRejection> ALL = List.of(
            new TaskRejection.UnitNotAssigned(),
            new TaskRejection.PercentOutOfRange(),
            new TaskRejection.DayInFuture(),
            new TaskRejection.DayTooEarly(DAY),
            new TaskRejection.LowerWithoutNote(40),
            new TaskRejection.ProofMissing(),
            new TaskRejection.ReasonMissing(),
            new TaskRejection.TextTooLong("note", 4_000),
            new TaskRejection.TooManyFiles("proof", 20),
            new TaskRejection.FileMissing("evidence"),
            new TaskRejection.Done(),
            new TaskRejection.NotDone(),
            new TaskRejection.Withdrawn(DAY),
            new TaskRejection.NoLastDay(),
            new TaskRejection.LastDayNotLater(DAY),
            new TaskRejection.LastDayBeyondAsked(DAY),
            new TaskRejection.LastDayTooLate(DAY),
            new TaskRejection.TooManyReports(1_000),
            new TaskRejection.ExtensionPending(),
            new TaskRejection.ExtensionNotAsked(),
            new TaskRejection.OwnExtension());

    @Test
    void eachHasACodeOfItsOwn() {
        assertThat(ALL.stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrder(TaskRejection.class.getPermittedSubclasses());
        assertThat(ALL.stream().map(TaskRejection::code)).doesNotHaveDuplicates();
    }

    @Test
    void eachSaysWhatIsWrongAndThenWhatToDo() {
        assertThat(ALL).allSatisfy(each -> {
            assertThat(each.vietnamese()).matches(".+[.] Hãy .+[.]");
            assertThat(each.english()).matches(".+[.] [A-Z].+[.]");
        });
    }

    @Test
    void daysAreWrittenAsPeopleWriteThem() {
        assertThat(new TaskRejection.LastDayNotLater(DAY).vietnamese()).contains("31/03/2025");
    }

    @Test
    void whereAFieldIsToBlameItIsNamed() {
        assertThat(new TaskRejection.UnitNotAssigned().field()).contains("unit");
        assertThat(new TaskRejection.PercentOutOfRange().field()).contains("percent");
        assertThat(new TaskRejection.DayInFuture().field()).contains("on");
        assertThat(new TaskRejection.TooManyFiles("proof", 20).field()).contains("proof");
        assertThat(new TaskRejection.LastDayBeyondAsked(DAY).field()).contains("dueTo");
    }
}
