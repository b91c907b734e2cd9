package vn.thidua.plan.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.PlanCommand.DraftPlan;
import vn.thidua.plan.domain.plan.PlanCommand.IssuePlan;
import vn.thidua.platform.values.RejectedException;
import vn.thidua.platform.values.Rejection;

/** Given acts, when an act, then events or a refusal; over as many plans and numbers as the act touches. */
final class PlanFixture {

    /** The unit whose plans they are. */
    static final String UNIT = "xã";

    static final String NUMBER = "15/KH-UBND";
    static final LocalDate ISSUED = day("2024-01-08");
    static final LocalDate TODAY = day("2024-01-10");

    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private final CommandGateway gateway;
    private int told;

    PlanFixture() {
        Configuration axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(_ -> engine)
                .configureCommandBus(_ -> SimpleCommandBus.builder()
                        .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                        .build())
                .configureAggregate(Plan.class)
                .configureAggregate(PlanNumber.class)
                .registerCommandHandler(c -> new PlanActs(c.repository(Plan.class), c.repository(PlanNumber.class)))
                .start();
        gateway = axon.commandGateway();
    }

    /** What has happened before; its events are not counted. */
    PlanFixture given(Object... commands) {
        for (Object command : commands) {
            gateway.sendAndWait(command);
        }
        told = log().size();
        return this;
    }

    /** The events of this command, in the order of the commit. */
    List<Object> when(Object command) {
        gateway.sendAndWait(command);
        List<Object> all = log();
        List<Object> fresh = all.subList(told, all.size());
        told = all.size();
        return fresh;
    }

    /** Why the command was refused; nothing may have been written. */
    Rejection refused(Object command) {
        Throwable thrown = catchThrowable(() -> gateway.sendAndWait(command));
        assertThat(thrown).isInstanceOf(RejectedException.class);
        assertThat(log()).hasSize(told);
        return ((RejectedException) thrown).rejection();
    }

    List<Object> log() {
        List<Object> payloads = new ArrayList<>();
        engine.readEvents(null, false).forEach(event -> payloads.add(event.getPayload()));
        return payloads;
    }

    /** A plan of two tasks that was issued under {@link #NUMBER} on {@link #ISSUED}. */
    PlanFixture issued(String plan) {
        return given(draft(plan), new IssuePlan(plan, TODAY));
    }

    static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    /** By hand, and ready to be issued. */
    static DraftPlan draft(String plan) {
        return draft(plan, details());
    }

    static DraftPlan draft(String plan, PlanDetails details, PlannedTask... tasks) {
        return new DraftPlan(
                plan,
                UNIT,
                DraftSource.hand(),
                details,
                tasks.length == 0 ? List.of(task(1), task(2)) : List.of(tasks));
    }

    /** One for whose fields and tasks something was read. */
    static DraftPlan read(String plan, List<PlanField> fields, Integer... tasks) {
        return new DraftPlan(
                plan,
                UNIT,
                DraftSource.document("file", "proposal", Set.copyOf(fields), Arrays.asList(tasks)),
                PlanDetails.empty(),
                List.of());
    }

    static TaskContent content(String text) {
        return new TaskContent(null, text, null, null, null, null, List.of(), List.of(), List.of());
    }

    static PlannedTask task(int n) {
        return new PlannedTask(n, content("Việc " + n));
    }

    static PlannedTask task(int n, String text) {
        return new PlannedTask(n, content(text));
    }

    static PlanCommand.RevisedTask set(int n, String text) {
        return new PlanCommand.RevisedTask(task(n, text), Outcome.ADDED);
    }

    static PlanCommand.ReviseDraft revise(String plan, PlanDetails details, Map<PlanField, Outcome> decided) {
        return new PlanCommand.ReviseDraft(plan, details, decided, List.of(), List.of());
    }

    static PlanCommand.ReviseDraft tasks(String plan, PlanCommand.RevisedTask... tasks) {
        return new PlanCommand.ReviseDraft(plan, null, Map.of(), List.of(tasks), List.of());
    }

    static PlanCommand.ReviseDraft dropping(String plan, Integer... tasks) {
        return new PlanCommand.ReviseDraft(plan, null, Map.of(), List.of(), Arrays.asList(tasks));
    }

    static CitedDocument above(@Nullable String plan) {
        return new CitedDocument("Kế hoạch", "210/KH-UBND", day("2023-12-20"), "UBND huyện Thanh Lâm", plan);
    }

    /** What a plan needs to be issued, and one document above. */
    static PlanDetails details() {
        return with(PlanDetails.empty(), values -> {
            values.number = NUMBER;
            values.issueDate = ISSUED;
            values.implementsDocuments = List.of(above(null));
            values.recipients = List.of("UBND huyện", "Lưu: VT");
            values.signatory = new PlanDetails.Signatory("CHỦ TỊCH", "Lý Văn Mẫu");
            return values;
        });
    }

    static PlanDetails numbered(@Nullable String number, LocalDate issueDate) {
        return with(details(), values -> {
            values.number = number;
            values.issueDate = issueDate;
            return values;
        });
    }

    static PlanDetails themed(PlanDetails details, String theme) {
        return with(details, values -> {
            values.theme = theme;
            return values;
        });
    }

    static PlanDetails linked(@Nullable String plan) {
        return with(details(), values -> {
            values.implementsDocuments = List.of(above(plan));
            return values;
        });
    }

    static PlanDetails with(PlanDetails details, UnaryOperator<Values> change) {
        return change.apply(new Values(details)).toDetails();
    }

    /** Values of a plan that a test may set. */
    static final class Values {

        PlanDetails.PlanKind kind;

        @Nullable
        String number;

        @Nullable
        LocalDate issueDate;

        @Nullable
        String title;

        @Nullable
        Integer year;

        @Nullable
        String theme;

        List<CitedDocument> implementsDocuments;
        List<String> campaigns;
        List<PlanDetails.NumericTarget> targets;
        List<String> recipients;
        PlanDetails.@Nullable Signatory signatory;

        private Values(PlanDetails details) {
            kind = details.kind();
            number = details.documentNumber();
            issueDate = details.issueDate();
            title = details.title();
            year = details.year();
            theme = details.theme();
            implementsDocuments = details.implementsDocuments();
            campaigns = details.campaigns();
            targets = details.targets();
            recipients = details.recipients();
            signatory = details.signatory();
        }

        private PlanDetails toDetails() {
            return new PlanDetails(
                    kind,
                    number,
                    issueDate,
                    null,
                    title,
                    year,
                    theme,
                    List.of(),
                    implementsDocuments,
                    campaigns,
                    targets,
                    List.of(),
                    recipients,
                    signatory);
        }
    }
}
