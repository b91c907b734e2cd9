package vn.thidua.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Eventually;

/**
 * Kills the whole system while plans are uploaded, accepted, issued and reported on. {@code -Dthidua.kills=10} is the long
 * form.
 */
class PlanKillIT {

    private static final int KILLS = Integer.getInteger("thidua.kills", 1);
    private static final int CLERKS = 3;
    private static final String CONTEXT = "plan";
    private static final String TOPIC = "plan.events.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final RandomGenerator random = RandomGenerator.getDefault();

    @TempDir
    private Path folder;

    @Test
    void killedWhilePlansAreMadeNothingAcknowledgedIsLostAndNothingIsDoneTwice() throws Exception {
        try (Installation installation = Installation.ofServices(folder)
                .with("THIDUA_MONGOD", Backends.mongod().orElseThrow().toString())) {
            up(installation);
            String commune = Tree.commune(installation);
            try (PlanLoad load = new PlanLoad(installation, commune)) {
                load.start(CLERKS);
                for (int kill = 1; kill <= KILLS; kill++) {
                    int before = load.done().size();
                    Eventually.within(
                            PATIENCE, "plans are made", () -> load.done().size() > before);
                    Thread.sleep(random.nextInt(200, 2000));
                    installation.kill();
                    up(installation);
                }
                int before = load.done().size();
                Eventually.within(
                        PATIENCE, "plans are made again", () -> load.done().size() > before);
                load.stop();
                check(installation, load);
            }
        }
    }

    private static void up(Installation installation) {
        var up = installation.call("up");
        assertThat(up.code()).as(up.out()).isZero();
    }

    private static void check(Installation installation, PlanLoad load) throws Exception {
        Map<Integer, PlanLoad.Done> done = load.done();
        for (PlanLoad.Done plan : done.values().stream().limit(20).toList()) {
            for (var first : plan.answers().entrySet()) {
                if (first.getKey().endsWith("issuance") || first.getKey().endsWith("report")) {
                    Rest.Answer again = load.again(plan, first.getKey());
                    assertThat(again.status())
                            .as(first.getKey() + again.body())
                            .isEqualTo(first.getValue().status());
                    assertThat(again.position()).isEqualTo(first.getValue().position());
                    assertThat(again.etag()).isEqualTo(first.getValue().etag());
                }
            }
        }

        State state = installation.state();
        String mongodb = Objects.requireNonNull(state.database()).address();
        String kafka = Objects.requireNonNull(state.kafka()).address();
        int plans = done.size();
        int tasks = plans * PlanLoad.TASKS;
        Eventually.within(
                PATIENCE,
                "every task has begun",
                () -> Evidence.kinds(mongodb, CONTEXT).getOrDefault("plan.task-assigned", 0) >= tasks);
        Map<String, Integer> kinds = new HashMap<>(Evidence.kinds(mongodb, CONTEXT));
        assertThat(kinds)
                .containsEntry("plan.plan-drafted", plans)
                .containsEntry("plan.plan-issued", plans)
                .containsEntry("plan.number-taken", plans)
                .containsEntry("plan.task-assigned", tasks)
                .containsEntry("plan.progress-reported", plans);
        Eventually.within(
                PATIENCE,
                "the views have all rows",
                () -> Evidence.rows(mongodb, CONTEXT, "tasks_v1").size() >= tasks);
        assertThat(Evidence.rows(mongodb, CONTEXT, "tasks_v1")).hasSize(tasks);
        assertThat(Evidence.rows(mongodb, CONTEXT, "plans_v1")).hasSize(plans);
        for (PlanLoad.Done plan : done.values()) {
            assertThat(Evidence.rows(mongodb, CONTEXT, "tasks_v1"))
                    .containsKeys(plan.plan() + "/1", plan.plan() + "/2");
        }
        for (var type : Map.of("PlanIssuedV1", plans, "TaskAssignedV1", tasks, "TaskProgressReportedV1", plans)
                .entrySet()) {
            Eventually.within(
                    PATIENCE,
                    "the topic has all " + type.getKey(),
                    () -> Evidence.records(kafka, TOPIC, type.getKey()).size() >= type.getValue());
            Map<String, Set<String>> records = Evidence.records(kafka, TOPIC, type.getKey());
            assertThat(records).hasSize(type.getValue());
            assertThat(records.values()).allMatch(ids -> ids.size() == 1);
        }

        var verify = installation.call("verify");
        assertThat(verify.code()).as(verify.out()).isZero();
        assertThat(verify.out()).contains("organization: clean", "plan: clean");
        var status = installation.call("status");
        assertThat(status.code()).as(status.out()).isZero();
        assertThat(status.out()).doesNotContainPattern("parked [1-9]").doesNotContain("backing_off", "stalled");
        say(KILLS + " kills while plans were made: " + plans + " plans, " + tasks + " tasks, " + load.repeated()
                + " requests answered only when asked again; none lost, none doubled");
    }

    @SuppressWarnings("SystemOut") // for whoever reads the build's log
    private static void say(String words) {
        System.out.println("figure: " + words);
    }
}
