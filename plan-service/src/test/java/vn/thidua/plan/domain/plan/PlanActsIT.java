package vn.thidua.plan.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.plan.domain.plan.PlanFixture.ISSUED;
import static vn.thidua.plan.domain.plan.PlanFixture.TODAY;
import static vn.thidua.plan.domain.plan.PlanFixture.draft;
import static vn.thidua.plan.domain.plan.PlanFixture.linked;
import static vn.thidua.plan.domain.plan.PlanFixture.numbered;
import static vn.thidua.plan.domain.plan.PlanFixture.revise;
import static vn.thidua.plan.domain.plan.PlanFixture.themed;
import static vn.thidua.plan.domain.plan.PlanFixture.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.PlanEvents;
import vn.thidua.plan.domain.plan.PlanCommand.IssuePlan;
import vn.thidua.plan.domain.plan.PlanCommand.LinkPlan;
import vn.thidua.platform.context.Accepted;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.context.ContextSettings;
import vn.thidua.platform.context.ContextSpec;
import vn.thidua.platform.context.VersionMismatchException;
import vn.thidua.platform.eventstore.Verification;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.values.RejectedException;
import vn.thidua.platform.values.Rejection;

/** Acts that meet, in two processes' worth of runtimes on one store. */
class PlanActsIT {

    private static final Act ACT = new Act("person-1", List.of("OFFICER@xã"), "xã", "request", "request", null);

    private ContextRuntime here;
    private ContextRuntime there;

    @BeforeEach
    void twoOnOneStore() {
        ContextSettings settings = ContextSettings.of(
                        "0191e1a0-test", Backends.mongoUri(), null, new SecretKeySpec(new byte[32], "HmacSHA256"))
                .withDatabases(Backends.freshName(PlanActsIT.class) + "_");
        // not started: neither is told what the other one appends
        here = ContextRuntime.open(spec(), settings);
        there = ContextRuntime.open(spec(), settings);
    }

    private static ContextSpec spec() {
        return ContextSpec.named("plan", PlanEvents.names())
                .aggregates(Plan.class, PlanNumber.class)
                .handler(axon -> new PlanActs(axon.repository(Plan.class), axon.repository(PlanNumber.class)))
                .build();
    }

    @AfterEach
    void bothEnd() {
        here.close();
        there.close();
    }

    private static Accepted send(ContextRuntime runtime, Object command) {
        return runtime.commands().send(command, ACT);
    }

    /** What became of acts that began at the same time: null where one was accepted. */
    private static List<@Nullable Rejection> atOnce(List<Callable<Accepted>> acts) throws InterruptedException {
        List<@Nullable Rejection> outcomes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Accepted> each : threads.invokeAll(acts)) {
                try {
                    each.get();
                    outcomes.add(null);
                } catch (ExecutionException e) {
                    // anything but a refusal has no business here
                    outcomes.add(RejectedException.class
                            .cast(Objects.requireNonNull(e.getCause()))
                            .rejection());
                }
            }
        }
        return outcomes;
    }

    @Test
    void ofPlansThatAreIssuedAtOnceUnderOneNumberOneHasIt() throws InterruptedException {
        List<Callable<Accepted>> acts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ContextRuntime runtime = i % 2 == 0 ? here : there;
            String plan = "p" + i;
            send(here, draft(plan, numbered(i % 3 == 0 ? "15/KH-UBND" : "15/kh – ubnd", ISSUED)));
            acts.add(() -> send(runtime, new IssuePlan(plan, TODAY)));
        }

        List<@Nullable Rejection> outcomes = atOnce(acts);

        assertThat(outcomes).filteredOn(outcome -> outcome == null).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome != null)
                .hasSize(7)
                .allMatch(PlanRejection.NumberUsed.class::isInstance);
        // eight drafts, one plan and its number
        assertThat(here.verify()).isInstanceOfSatisfying(Verification.Clean.class, clean -> assertThat(clean.commits())
                .isEqualTo(9));
    }

    @Test
    void theAnswerNamesThePlanAndNotItsNumber() {
        send(here, draft("p"));

        assertThat(send(here, new IssuePlan("p", TODAY))).isEqualTo(new Accepted("p", 1, 2, false));
    }

    @Test
    void theOtherProcessesSecondIssueIsRefusedAlthoughItsCacheStillHasTheDraft() {
        send(there, draft("p"));
        send(here, new IssuePlan("p", TODAY));

        assertThatThrownBy(() -> send(there, new IssuePlan("p", TODAY)))
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejection())
                        .isInstanceOf(PlanRejection.IssuedNotEdited.class));
    }

    @Test
    void whoRevisesADraftThatAnotherHasRevisedLearnsOfIt() {
        send(here, draft("p"));
        var first = revise("p", themed(PlanFixture.details(), "Một"), Map.of());
        var second = revise("p", themed(PlanFixture.details(), "Hai"), Map.of());
        here.commands().send(first, ACT, null, 0L);

        assertThatThrownBy(() -> there.commands().send(second, ACT, null, 0L))
                .isInstanceOfSatisfying(VersionMismatchException.class, mismatch -> assertThat(mismatch.actual())
                        .isEqualTo(1));
        assertThat(there.commands().send(second, ACT, null, 1L).version()).isEqualTo(2);
    }

    @Test
    void theVersionInsistedOnIsThatOfThePlanWhateverElseTheActOpens() {
        send(here, draft("above", numbered("1/KH", ISSUED)));
        send(here, new IssuePlan("above", TODAY));
        send(here, draft("p"));
        send(here, new IssuePlan("p", TODAY));
        send(here, new LinkPlan("p", 0, "above"));

        assertThatThrownBy(() -> here.commands().send(new LinkPlan("p", 0, null), ACT, null, 1L))
                .isInstanceOf(VersionMismatchException.class);
        assertThat(here.commands()
                        .send(new LinkPlan("p", 0, null), ACT, null, 2L)
                        .aggregateId())
                .isEqualTo("p");
    }

    @Test
    void plansThatAreLinkedToEachOtherAtOnceMakeNoCircle() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            String a = "a" + i;
            String b = "b" + i;
            for (String plan : List.of(a, b)) {
                send(here, draft(plan, numbered(plan, ISSUED)));
                send(here, new IssuePlan(plan, TODAY));
            }
            assertThat(atOnce(
                            List.of(() -> send(here, new LinkPlan(a, 0, b)), () -> send(here, new LinkPlan(b, 0, a)))))
                    .containsExactlyInAnyOrder(null, new PlanRejection.CircleClosed("above"));
        }
    }

    @Test
    void actsThatOpenTheSamePlansInAnotherOrderDoNotHang() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            String above = "a" + i;
            String below = "b" + i;
            send(here, draft(above, numbered(above, ISSUED)));
            send(here, new IssuePlan(above, TODAY));
            send(here, draft(below, with(linked(above), values -> {
                values.number = below;
                return values;
            })));
            // the draft is opened first and then the plan above it; the link opens them in order of id
            List<@Nullable Rejection> outcomes = atOnce(List.of(
                    () -> send(here, new IssuePlan(below, TODAY)), () -> send(here, new LinkPlan(above, 0, below))));

            assertThat(outcomes.getFirst()).isNull();
            assertThat(outcomes.getLast())
                    .isIn(new PlanRejection.NoSuchPlan("above"), new PlanRejection.CircleClosed("above"));
        }
    }
}
