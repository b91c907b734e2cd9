package vn.thidua.plan.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.plan.publish.ToldEvents.CONTENT;
import static vn.thidua.plan.publish.ToldEvents.DETAILS;
import static vn.thidua.plan.publish.ToldEvents.DISTRICT;
import static vn.thidua.plan.publish.ToldEvents.PLAN;
import static vn.thidua.plan.publish.ToldEvents.id;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.contracts.ContractEvent;
import vn.thidua.contracts.PlanContract;
import vn.thidua.contracts.PlanParts;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.DraftSource;
import vn.thidua.plan.domain.plan.NumberEvent;
import vn.thidua.plan.domain.plan.Outcome;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.plan.domain.plan.PlanField;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.domain.task.TaskEvent;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.publish.ContractJson;

class PlanPublicationTest {

    private static List<ContractEvent> published(Object event) {
        return new PlanPublication().publish(new LoggedEvent("e-1", event, null, null, 0, 0, Instant.EPOCH, Map.of()));
    }

    private static List<Object> told() {
        List<Object> told = new ArrayList<>(ToldEvents.plans());
        told.addAll(ToldEvents.tasks());
        return told;
    }

    private static Stream<Class<?>> records(Class<?> family) {
        return family.isSealed()
                ? Stream.of(family.getPermittedSubclasses()).flatMap(PlanPublicationTest::records)
                : Stream.of(family);
    }

    private static JsonNode sample(Class<?> contract) {
        String name = "/samples/" + contract.getSimpleName() + ".json";
        try (InputStream file = PlanContract.class.getResourceAsStream(name)) {
            return JsonMapper.shared()
                    .readTree(new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatIsPublishedIsWhatTheSamplesOfTheContractsSay() {
        for (Object event : told()) {
            assertThat(published(event)).singleElement().satisfies(contract -> assertThat(JsonMapper.shared()
                            .readTree(new String(ContractJson.write(contract), StandardCharsets.UTF_8)))
                    .as(contract.getClass().getSimpleName())
                    .isEqualTo(sample(contract.getClass())));
        }
    }

    @Test
    void everyContractEventIsTold() {
        assertThat(told().stream().flatMap(event -> published(event).stream()).<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(records(PlanContract.class).toList());
    }

    @Test
    void everyContractEventIsReadBackAsItWasWritten() {
        assertThat(told().stream().flatMap(event -> published(event).stream()))
                .isNotEmpty()
                .allSatisfy(contract -> assertThat(ContractJson.read(ContractJson.write(contract), contract.getClass()))
                        .isEqualTo(contract));
    }

    @Test
    void everyContractEventBelongsToTheUnitThatIssuedThePlan() {
        assertThat(told().stream().flatMap(event -> published(event).stream()))
                .isNotEmpty()
                .allSatisfy(contract -> assertThat(contract.unit()).isEqualTo(DISTRICT));
        assertThat(ToldEvents.plans().stream().flatMap(event -> published(event).stream()))
                .allSatisfy(contract -> assertThat(contract.subject()).isEqualTo("plan/" + PLAN));
        assertThat(ToldEvents.tasks().stream().flatMap(event -> published(event).stream()))
                .allSatisfy(contract -> assertThat(contract.subject()).isEqualTo("task/" + PLAN + "/3"));
    }

    static Stream<Object> untold() {
        return Stream.of(
                new PlanEvent.PlanDrafted(PLAN, DISTRICT, DraftSource.hand(), DETAILS, List.of()),
                new PlanEvent.DraftDetailsSet(
                        PLAN, DISTRICT, PlanDetails.empty(), Map.of(PlanField.THEME, Outcome.DROPPED)),
                new PlanEvent.DraftTaskSet(PLAN, DISTRICT, 3, CONTENT, Outcome.ACCEPTED),
                new PlanEvent.DraftTaskDropped(PLAN, DISTRICT, 3),
                new PlanEvent.DraftDiscarded(PLAN, DISTRICT, List.of(id(900))),
                new PlanEvent.PlanLinked(PLAN, DISTRICT, 0, id(400)),
                new NumberEvent.NumberTaken(id(901), DISTRICT, 2025, "12/KH-UBND", PLAN));
    }

    @ParameterizedTest
    @MethodSource("untold")
    void draftsLinksAndReservationsAreToldToNobody(Object event) {
        assertThat(published(event)).isEmpty();
    }

    @Test
    void everyKindOfEventIsEitherToldOrNot() {
        Stream<Class<?>> kinds =
                Stream.of(PlanEvent.class, NumberEvent.class, TaskEvent.class).flatMap(PlanPublicationTest::records);

        assertThat(Stream.concat(told().stream(), untold()).<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(kinds.toList());
    }

    @Test
    void anEventThatIsNotKnownIsNotPassedOver() {
        assertThatThrownBy(() -> published("what another version wrote")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void wordsThatMeanPeopleOrNobodyAreToldAsTheyAre() {
        TaskContent content = new TaskContent(
                null,
                "Tuyên truyền",
                null,
                null,
                null,
                null,
                List.of(),
                List.of(Assignee.of(
                        "Tổ giúp việc", Target.group(id(701), "Tổ giúp việc", List.of(), List.of(id(101))))),
                List.of(Assignee.of("Các cơ quan liên quan")));
        var assigned = new TaskEvent.TaskAssigned(PLAN + "/1", PLAN, 1, DISTRICT, "12/KH-UBND", null, content);

        assertThat(published(assigned)).singleElement().satisfies(contract -> {
            assertThat(contract).isInstanceOfSatisfying(PlanContract.TaskAssignedV1.class, told -> {
                assertThat(told.content().executors())
                        .containsExactly(new PlanParts.Assignee(
                                "Tổ giúp việc",
                                List.of(new PlanParts.Target(
                                        PlanParts.TargetKind.GROUP,
                                        id(701),
                                        "Tổ giúp việc",
                                        null,
                                        List.of(),
                                        List.of(id(101))))));
                assertThat(told.content().coordinators())
                        .containsExactly(new PlanParts.Assignee("Các cơ quan liên quan", List.of()));
            });
            assertThat(ContractJson.read(ContractJson.write(contract), contract.getClass()))
                    .isEqualTo(contract);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aFieldThatDiffersIsNamedAsInTheContract(PlanField field) {
        assertThat(Stream.of(PlanParts.PlanContent.class.getRecordComponents()).map(RecordComponent::getName))
                .contains(Parts.field(field));
    }

    @ParameterizedTest
    @EnumSource
    void everyCauseIsTold(TaskEvent.Cause cause) {
        var withdrawn = new TaskEvent.TaskWithdrawn(PLAN + "/1", PLAN, DISTRICT, cause, LocalDate.EPOCH);

        assertThat(published(withdrawn))
                .singleElement()
                .isInstanceOfSatisfying(
                        PlanContract.TaskWithdrawnV1.class,
                        told -> assertThat(told.cause().name()).isEqualTo(cause.name()));
    }

    @Test
    void aCampaignsPlanIsToldAsOne() {
        PlanDetails d = DETAILS;
        PlanDetails campaign = new PlanDetails(
                PlanDetails.PlanKind.CAMPAIGN,
                d.documentNumber(),
                d.issueDate(),
                d.place(),
                d.title(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                d.recipients(),
                d.signatory());

        assertThat(published(new PlanEvent.PlanIssued(PLAN, DISTRICT, campaign, List.of(new PlannedTask(1, CONTENT)))))
                .singleElement()
                .isInstanceOfSatisfying(PlanContract.PlanIssuedV1.class, told -> {
                    assertThat(told.content().kind()).isEqualTo(PlanParts.PlanKind.CAMPAIGN);
                    assertThat(told.content().year()).isNull();
                    assertThat(told.content().tasks()).hasSize(1);
                });
    }
}
