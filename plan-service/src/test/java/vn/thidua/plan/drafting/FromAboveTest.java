package vn.thidua.plan.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.EventSamples;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.plan.view.plans.Plans;

class FromAboveTest {

    private static final Target OWN = Target.unit("own", "Xã Bình Hoà");
    private static final Target OTHER = Target.unit("other", "Xã Bình Minh");
    private static final Target ALL = Target.group("all", "Các xã", List.of("own", "other"), List.of());
    private static final Directory.Unit UNIT =
            new Directory.Unit("own", Directory.Kind.COMMUNE, "X", "Xã Bình Hoà", "district", true, null);

    private static TaskContent task(String text, List<Assignee> lead, List<Assignee> executors) {
        return new TaskContent("II.3", text, "Quý I", 1, null, LocalDate.of(2026, 3, 31), lead, executors, List.of());
    }

    private static List<PlannedTask> taken(TaskContent... tasks) {
        List<PlannedTask> planned = IntStream.range(0, tasks.length)
                .mapToObj(i -> new PlannedTask(i + 1, tasks[i]))
                .toList();
        Plans.Plan above =
                new Plans.Plan("above", "district", Plans.State.ISSUED, 1, 0, null, PlanDetails.empty(), planned);
        return new FromAbove(
                        UNIT,
                        Set.of("own", "merged")::contains,
                        Map.of("Các xã", List.of(OWN, OTHER), "Văn phòng", List.of(OTHER)))
                .tasks(above);
    }

    @Test
    void whatNamesTheUnitIsTakenOverForItself() {
        List<PlannedTask> taken = taken(
                task("Của xã khác", List.of(), List.of(Assignee.of("Xã Bình Minh", OTHER))),
                task("Của xã", List.of(), List.of(Assignee.of("UBND xã Bình Hoà", OWN), Assignee.of("Thôn", OTHER))),
                task("Của các xã", List.of(Assignee.of("Các xã", ALL)), List.of()));

        assertThat(taken).extracting(PlannedTask::n).containsExactly(1, 2);
        assertThat(taken).extracting(task -> task.content().text()).containsExactly("Của xã", "Của các xã");
        TaskContent first = taken.getFirst().content();
        assertThat(first.dueTo()).isEqualTo("2026-03-31");
        assertThat(first.deadlineText()).isEqualTo("Quý I");
        assertThat(first.executors()).containsExactly(Assignee.of("Xã Bình Hoà", OWN));
        assertThat(taken.getLast().content().lead()).containsExactly(Assignee.of("Xã Bình Hoà", OWN));
        assertThat(taken.getLast().content().executors()).isEmpty();
    }

    @Test
    void wordsThatWereNeverMappedCountByWhatTheyName() {
        assertThat(taken(
                        task("Một", List.of(), List.of(Assignee.of("Các xã"))),
                        task("Hai", List.of(), List.of(Assignee.of("Văn phòng"))),
                        task("Ba", List.of(), List.of(Assignee.of("Ai đó")))))
                .extracting(task -> task.content().text())
                .containsExactly("Một");
    }

    @Test
    void aUnitForWhichItAnswersTodayIsItself() {
        assertThat(taken(task("Một", List.of(Assignee.of("Xã cũ", Target.unit("merged", "Xã cũ"))), List.of())))
                .hasSize(1);
    }

    @Test
    void thePlanAboveIsTheOneCarriedOut() {
        PlanDetails from = EventSamples.details();
        PlanDetails details = FromAbove.details(
                new Plans.Plan("above", "district", Plans.State.ISSUED, 1, 0, null, from, List.of()),
                "Huyện Thanh Lâm");

        assertThat(details.implementsDocuments())
                .containsExactly(new CitedDocument(
                        "Kế hoạch", from.documentNumber(), from.issueDate(), "Huyện Thanh Lâm", "above"));
        assertThat(details.year()).isEqualTo(from.year());
        assertThat(details.documentNumber()).isNull();
        assertThat(details.recipients()).isEmpty();
    }
}
