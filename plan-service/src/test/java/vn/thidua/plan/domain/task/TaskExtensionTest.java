package vn.thidua.plan.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.plan.domain.task.TaskFixture.ASKED;
import static vn.thidua.plan.domain.task.TaskFixture.ASSIGNED;
import static vn.thidua.plan.domain.task.TaskFixture.COMMUNE;
import static vn.thidua.plan.domain.task.TaskFixture.COMPLETED;
import static vn.thidua.plan.domain.task.TaskFixture.DISTRICT;
import static vn.thidua.plan.domain.task.TaskFixture.DUE;
import static vn.thidua.plan.domain.task.TaskFixture.ID;
import static vn.thidua.plan.domain.task.TaskFixture.LATER;
import static vn.thidua.plan.domain.task.TaskFixture.TODAY;
import static vn.thidua.plan.domain.task.TaskFixture.WITHDRAWN;
import static vn.thidua.plan.domain.task.TaskFixture.assigned;
import static vn.thidua.plan.domain.task.TaskFixture.content;
import static vn.thidua.plan.domain.task.TaskFixture.given;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.domain.task.TaskCommand.AskExtension;
import vn.thidua.plan.domain.task.TaskCommand.GrantExtension;
import vn.thidua.plan.domain.task.TaskCommand.RefuseExtension;
import vn.thidua.plan.domain.task.TaskEvent.ExtensionAsked;
import vn.thidua.plan.domain.task.TaskEvent.ExtensionGranted;
import vn.thidua.plan.domain.task.TaskEvent.ExtensionRefused;
import vn.thidua.plan.domain.task.TaskEvent.TaskChanged;
import vn.thidua.platform.values.Rejection;

class TaskExtensionTest {

    private static final ExtensionRefused REFUSED =
            new ExtensionRefused(ID, "p", DISTRICT, COMMUNE, "who-decides", "Không đủ lý do", TODAY);

    private static AskExtension ask(LocalDate dueTo, String reason) {
        return new AskExtension(ID, COMMUNE, "who-asks", null, dueTo, reason, TODAY);
    }

    private static GrantExtension grant(String by, LocalDate dueTo) {
        return new GrantExtension(ID, by, null, dueTo, null, TODAY);
    }

    private static ExtensionGranted granted(LocalDate before, LocalDate dueTo) {
        return new ExtensionGranted(ID, "p", DISTRICT, COMMUNE, "who-decides", before, dueTo, null, TODAY);
    }

    @Test
    void anExtensionIsAskedForWithALaterDayAndAReason() {
        given(ASSIGNED).accepts(ask(LATER, "Mưa bão"), ASKED);
        given(ASSIGNED)
                .accepts(
                        ask(DUE.plusDays(1), "Mưa bão"),
                        new ExtensionAsked(
                                ID, "p", DISTRICT, COMMUNE, "who-asks", null, DUE.plusDays(1), "Mưa bão", TODAY));
        given(ASSIGNED).refuses(ask(DUE, "Mưa bão"), new TaskRejection.LastDayNotLater(DUE));
        given(ASSIGNED).refuses(ask(LATER, " "), new TaskRejection.ReasonMissing());
        given(ASSIGNED).refuses(ask(LATER, "a".repeat(2_001)), new TaskRejection.TextTooLong("reason", 2_000));
    }

    @Test
    void whatHasNoLastDayIsNotExtended() {
        given(assigned(2025, content("Thường xuyên", null)))
                .refuses(ask(LATER, "Mưa bão"), new TaskRejection.NoLastDay());
    }

    @Test
    void onlyWhoeverIsConcernedAsks() {
        given(ASSIGNED)
                .refuses(
                        new AskExtension(ID, "stranger", "who-asks", null, LATER, "Mưa bão", TODAY),
                        new TaskRejection.UnitNotAssigned());
    }

    @Test
    void oneIsAskedForAtATime() {
        given(ASSIGNED, ASKED).refuses(ask(LATER, "Mưa bão"), new TaskRejection.ExtensionPending());
        given(ASSIGNED, ASKED, REFUSED).accepts(ask(LATER, "Mưa bão"), ASKED);
    }

    @Test
    void afterAGrantTheNextOneIsCountedFromTheNewLastDay() {
        given(ASSIGNED, ASKED, granted(DUE, LATER))
                .refuses(ask(LATER, "Mưa bão"), new TaskRejection.LastDayNotLater(LATER));
    }

    @Test
    void anotherPersonGrantsIt() {
        given(ASSIGNED, ASKED).accepts(grant("who-decides", LATER), granted(DUE, LATER));
        given(ASSIGNED, ASKED).refuses(grant("who-asks", LATER), new TaskRejection.OwnExtension());
        assertThat(new TaskRejection.OwnExtension().kind()).isEqualTo(Rejection.Kind.NOT_ALLOWED);
    }

    @Test
    void nobodyDecidesForWhoAskedNorThroughWhoAsked() {
        ExtensionAsked forAnother =
                new ExtensionAsked(ID, "p", DISTRICT, COMMUNE, "deputy", "principal", LATER, "Mưa bão", TODAY);
        given(ASSIGNED)
                .accepts(new AskExtension(ID, COMMUNE, "deputy", "principal", LATER, "Mưa bão", TODAY), forAnother);
        // a delegate of who asked
        given(ASSIGNED, ASKED)
                .refuses(
                        new GrantExtension(ID, "deputy", "who-asks", LATER, null, TODAY),
                        new TaskRejection.OwnExtension());
        given(ASSIGNED, ASKED)
                .refuses(
                        new RefuseExtension(ID, "deputy", "who-asks", "Không cần", TODAY),
                        new TaskRejection.OwnExtension());
        // for whom it was asked, by himself and through another delegate
        given(ASSIGNED, forAnother).refuses(grant("principal", LATER), new TaskRejection.OwnExtension());
        given(ASSIGNED, forAnother)
                .refuses(
                        new GrantExtension(ID, "another", "principal", LATER, null, TODAY),
                        new TaskRejection.OwnExtension());
        given(ASSIGNED, forAnother)
                .accepts(
                        new GrantExtension(ID, "who-decides", "somebody-else", LATER, null, TODAY),
                        granted(DUE, LATER));
    }

    @Test
    void anotherPersonRefusesItWithAReason() {
        given(ASSIGNED, ASKED).accepts(new RefuseExtension(ID, "who-decides", null, "Không đủ lý do", TODAY), REFUSED);
        given(ASSIGNED, ASKED)
                .refuses(
                        new RefuseExtension(ID, "who-asks", null, "Không cần", TODAY),
                        new TaskRejection.OwnExtension());
        given(ASSIGNED, ASKED)
                .refuses(new RefuseExtension(ID, "who-decides", null, "", TODAY), new TaskRejection.ReasonMissing());
    }

    @Test
    void theDayGrantedIsAfterTheLastDayAndNotAfterTheDayAskedFor() {
        given(ASSIGNED, ASKED).accepts(grant("who-decides", DUE.plusDays(1)), granted(DUE, DUE.plusDays(1)));
        given(ASSIGNED, ASKED).refuses(grant("who-decides", DUE), new TaskRejection.LastDayNotLater(DUE));
        given(ASSIGNED, ASKED)
                .refuses(grant("who-decides", LATER.plusDays(1)), new TaskRejection.LastDayBeyondAsked(LATER));
    }

    @Test
    void nothingIsGrantedThatWasNotAskedForOrIsDecidedAlready() {
        given(ASSIGNED).refuses(grant("who-decides", LATER), new TaskRejection.ExtensionNotAsked());
        given(ASSIGNED)
                .refuses(
                        new RefuseExtension(ID, "who-decides", null, "Không đủ lý do", TODAY),
                        new TaskRejection.ExtensionNotAsked());
        given(ASSIGNED, ASKED, REFUSED).refuses(grant("who-decides", LATER), new TaskRejection.ExtensionNotAsked());
        given(ASSIGNED, ASKED, granted(DUE, DUE.plusDays(1)))
                .refuses(grant("who-decides", LATER), new TaskRejection.ExtensionNotAsked());
    }

    @Test
    void whatIsDoneOrWithdrawnIsNotExtended() {
        given(ASSIGNED, COMPLETED).refuses(ask(LATER, "Mưa bão"), new TaskRejection.Done());
        given(ASSIGNED, ASKED, COMPLETED).refuses(grant("who-decides", LATER), new TaskRejection.Done());
        given(ASSIGNED, ASKED, WITHDRAWN)
                .refuses(grant("who-decides", LATER), new TaskRejection.Withdrawn(WITHDRAWN.effective()));
    }

    @Test
    void anotherLastDayInAnAmendedPlanEndsWhatWasAskedForAndGranted() {
        LocalDate june = LocalDate.of(2025, 6, 30);
        TaskChanged moved = new TaskChanged(ID, "p", DISTRICT, 2, content("Phát động phong trào", june));

        given(ASSIGNED, ASKED, moved)
                .refuses(grant("who-decides", june.plusDays(1)), new TaskRejection.ExtensionNotAsked());
        given(ASSIGNED, ASKED, granted(DUE, LATER), moved)
                .refuses(ask(june, "Mưa bão"), new TaskRejection.LastDayNotLater(june));
    }

    @Test
    void otherWordsInAnAmendedPlanLeaveTheExtension() {
        TaskChanged reworded = new TaskChanged(ID, "p", DISTRICT, 2, content("Phát động", DUE));

        given(ASSIGNED, ASKED, granted(DUE, LATER), reworded)
                .refuses(ask(LATER, "Mưa bão"), new TaskRejection.LastDayNotLater(LATER));
        given(ASSIGNED, ASKED, reworded).accepts(grant("who-decides", LATER), granted(DUE, LATER));
    }
}
