package vn.thidua.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.platform.embedded.MongodProcess;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Eventually;
import vn.thidua.standalone.roster.RosterApplication;

/**
 * Kills the whole system, and mongod alone, in the middle of a load of writes. {@code -Dthidua.kills=10} is the long
 * form.
 */
class KillIT {

    private static final int KILLS = Integer.getInteger("thidua.kills", 1);
    private static final int CALLERS = 4;
    /** A slow machine takes its time to start anything, and a processor that was given up is taken up a minute later. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final RandomGenerator random = RandomGenerator.getDefault();

    @TempDir
    private Path folder;

    @Test
    void killedOnTheEmbeddedServerItHasLostAndDoubledNothing() throws Exception {
        try (Installation installation = Installation.ofServicesAndListener(folder)) {
            killSystem(installation);
        }
    }

    @Test
    void killedOnMongodItHasLostAndDoubledNothing() throws Exception {
        try (Installation installation = Installation.ofServicesAndListener(folder)
                .with("THIDUA_MONGOD", Backends.mongod().orElseThrow().toString())) {
            killSystem(installation);
        }
    }

    @Test
    void killedMongodAloneHasLostAndDoubledNothing() throws Exception {
        try (Installation installation = Installation.ofServicesAndListener(folder)
                .with("THIDUA_MONGOD", Backends.mongod().orElseThrow().toString())) {
            up(installation);
            try (WriteLoad load = Tree.load(installation)) {
                load.start(CALLERS);
                for (int kill = 1; kill <= KILLS; kill++) {
                    Thread.sleep(random.nextInt(500, 2500));
                    MongodProcess.leftover(installation.home().mongod())
                            .orElseThrow()
                            .destroyForcibly();
                    int incidents = 2 * kill;
                    Eventually.within(
                            PATIENCE,
                            "mongod runs again",
                            () -> installation.state().incidents().size() >= incidents);
                    int before = load.acknowledged().size();
                    Eventually.within(
                            PATIENCE,
                            "writes are acknowledged again",
                            () -> load.acknowledged().size() > before);
                }
                load.stop();
                load.repeatOpen();
                check(installation, load);
            }
        }
    }

    private void killSystem(Installation installation) throws Exception {
        up(installation);
        try (WriteLoad load = Tree.load(installation)) {
            for (int kill = 1; kill <= KILLS; kill++) {
                load.start(CALLERS);
                int before = load.acknowledged().size();
                Eventually.within(
                        PATIENCE,
                        "writes are acknowledged",
                        () -> load.acknowledged().size() > before);
                Thread.sleep(random.nextInt(200, 2500));
                installation.kill();
                load.stop();
                up(installation);
                int repeated = load.repeatOpen();
                say("kill " + kill + ": " + load.acknowledged().size() + " acknowledged so far, " + repeated
                        + " asked again");
            }
            check(installation, load);
        }
    }

    private static void up(Installation installation) {
        var up = installation.call("up");
        assertThat(up.code()).as(up.out()).isZero();
    }

    private static void check(Installation installation, WriteLoad load) throws Exception {
        Map<WriteLoad.Sent, Rest.Answer> acknowledged = load.acknowledged();
        assertThat(load.open()).isEmpty();
        assertThat(acknowledged).hasSize(load.begun()).hasSizeGreaterThan(20);

        // the first answer again
        try (Rest rest = Tree.rest(installation)) {
            for (var each : acknowledged.entrySet().stream().limit(100).toList()) {
                Rest.Answer first = each.getValue();
                Rest.Answer again =
                        rest.post(Tree.PATH, each.getKey().body(), each.getKey().key());
                assertThat(again.status()).isEqualTo(first.status());
                assertThat(again.location()).isEqualTo(first.location());
                assertThat(again.etag()).isEqualTo(first.etag());
                assertThat(again.position()).isEqualTo(first.position());
            }
        }

        State state = installation.state();
        String mongodb = Objects.requireNonNull(state.database()).address();
        String kafka = Objects.requireNonNull(state.kafka()).address();
        Map<String, Integer> begun = Evidence.begun(mongodb, Tree.CONTEXT);
        for (Rest.Answer answer : acknowledged.values()) {
            assertThat(begun).containsEntry(answer.id(), 1);
        }
        Eventually.within(
                PATIENCE,
                "the view has all rows",
                () -> Evidence.rows(mongodb, Tree.CONTEXT, Tree.VIEW).size() >= Tree.OTHERS + acknowledged.size());
        Map<String, Document> rows = Evidence.rows(mongodb, Tree.CONTEXT, Tree.VIEW);
        assertThat(rows).hasSize(Tree.OTHERS + acknowledged.size());
        for (Rest.Answer answer : acknowledged.values()) {
            assertThat(rows).containsKey(answer.id());
        }
        Eventually.within(
                PATIENCE,
                "the topic has all records",
                () -> Evidence.records(kafka, Tree.TOPIC, Tree.TYPE).size() >= Tree.OTHERS + acknowledged.size());
        Map<String, Set<String>> records = Evidence.records(kafka, Tree.TOPIC, Tree.TYPE);
        assertThat(records).hasSize(Tree.OTHERS + acknowledged.size());
        assertThat(records.values()).allMatch(ids -> ids.size() == 1);
        Eventually.within(
                PATIENCE,
                "the listener has done its part",
                () -> Evidence.events(mongodb, RosterApplication.CONTEXT).size() >= records.size());
        // one event for each: told twice, an entry takes down twice
        assertThat(Evidence.events(mongodb, RosterApplication.CONTEXT))
                .hasSize(records.size())
                .allSatisfy((unit, events) -> assertThat(events).as(unit).isEqualTo(1));

        var verify = installation.call("verify");
        assertThat(verify.code()).as(verify.out()).isZero();
        assertThat(verify.out()).contains(Tree.CONTEXT + ": clean", RosterApplication.CONTEXT + ": clean");
        var status = installation.call("status");
        assertThat(status.code()).as(status.out()).isZero();
        assertThat(status.out())
                .contains("parked 0")
                .doesNotContainPattern("parked [1-9]")
                .doesNotContain("backing_off", "stalled");
        say(acknowledged.size() + " commands, none lost, none doubled, on "
                + Objects.requireNonNull(state.database()).words());
    }

    @SuppressWarnings("SystemOut") // for whoever reads the build's log
    private static void say(String words) {
        System.out.println("figure: " + words);
    }
}
