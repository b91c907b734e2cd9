package vn.thidua.plan.domain.task;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomMatcher;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.task.TaskEvent.ExtensionAsked;
import vn.thidua.plan.domain.task.TaskEvent.TaskAssigned;
import vn.thidua.plan.domain.task.TaskEvent.TaskCompleted;
import vn.thidua.plan.domain.task.TaskEvent.TaskWithdrawn;
import vn.thidua.platform.values.RejectedException;

/** A task of an invented district's plan for 2025, due by the end of March; and what is done with it. */
final class TaskFixture {

    static final String ID = "p/3";
    static final String DISTRICT = "district";
    static final String OFFICE = "office";
    static final String COMMUNE = "commune";
    static final LocalDate TODAY = LocalDate.of(2025, 2, 20);
    static final LocalDate DUE = LocalDate.of(2025, 3, 31);
    static final LocalDate LATER = LocalDate.of(2025, 4, 30);
    static final TaskContent CONTENT = content("Phát động phong trào", DUE);
    static final TaskAssigned ASSIGNED = assigned(2025, CONTENT);
    static final TaskCompleted COMPLETED =
            new TaskCompleted(ID, "p", DISTRICT, OFFICE, "Đã xong", List.of(), TODAY, DUE);
    static final TaskWithdrawn WITHDRAWN =
            new TaskWithdrawn(ID, "p", DISTRICT, TaskEvent.Cause.AMENDED, LocalDate.of(2025, 2, 15));
    static final ExtensionAsked ASKED =
            new ExtensionAsked(ID, "p", DISTRICT, COMMUNE, "who-asks", null, LATER, "Mưa bão", TODAY);

    private TaskFixture() {}

    static TaskContent content(String text, @Nullable LocalDate dueTo) {
        return new TaskContent(
                "3",
                text,
                "Quý I",
                1,
                LocalDate.of(2025, 1, 1),
                dueTo,
                List.of(Assignee.of("Phòng Nội vụ", Target.unit(OFFICE, "Phòng Nội vụ"))),
                List.of(Assignee.of(
                        "UBND các xã", Target.group("g", "Các xã", List.of(COMMUNE, "another-commune"), List.of()))),
                List.of(Assignee.of("Các đoàn thể")));
    }

    static TaskAssigned assigned(@Nullable Integer year, TaskContent content) {
        return new TaskAssigned(ID, "p", 3, DISTRICT, "12/KH-UBND", year, content);
    }

    private static FixtureConfiguration<Task> fixture() {
        return new AggregateTestFixture<>(Task.class);
    }

    static Given given(Object... events) {
        return new Given(List.of(events));
    }

    /** What has happened to it. */
    record Given(List<Object> events) {

        private ResultValidator<Task> when(TaskCommand command) {
            return events.isEmpty()
                    ? fixture().givenNoPriorActivity().when(command)
                    : fixture().given(events).when(command);
        }

        void accepts(TaskCommand command, TaskEvent... then) {
            when(command).expectSuccessfulHandlerExecution().expectEvents((Object[]) then);
        }

        void passesOver(TaskCommand command) {
            when(command).expectSuccessfulHandlerExecution().expectNoEvents();
        }

        void refuses(TaskCommand command, TaskRejection because) {
            when(command).expectNoEvents().expectException(new CustomMatcher<RejectedException>(because.toString()) {
                @Override
                public boolean matches(Object thrown) {
                    return thrown instanceof RejectedException refused
                            && refused.rejection().equals(because);
                }
            });
        }
    }
}
