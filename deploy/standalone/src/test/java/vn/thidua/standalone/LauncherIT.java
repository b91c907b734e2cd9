package vn.thidua.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.platform.embedded.MongodProcess;
import vn.thidua.platform.embedded.Ports;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Eventually;

/** The launcher as a process, driven as a person would, with a service that is none. */
class LauncherIT {

    @TempDir
    private Path folder;

    @Test
    void itStartsTellsAndEnds() throws Exception {
        try (Installation installation = ProbeMain.installation(folder)) {
            var up = installation.call("up");
            assertThat(up.code()).as(up.out()).isZero();
            assertThat(up.out())
                    .contains("embedded server", "a first look", "Kafka 4", "http://127.0.0.1:" + installation.port());

            String installed = installation.get("/told/thidua.installation");
            assertThat(installed).hasSize(36);
            assertThat(installation.get("/told/thidua.mongodb.uri")).startsWith("mongodb://127.0.0.1:");

            var again = installation.call("up");
            assertThat(again.code()).isZero();
            assertThat(again.out())
                    .contains("đang chạy", "pid " + installation.state().pid());

            var status = installation.call("status");
            assertThat(status.code()).as(status.out()).isZero();
            assertThat(status.out()).contains("embedded server", "Kafka", "probe-service", "UP");
            assertThat(installation.call("verify").out()).contains("no context has kept anything yet");
            assertThat(installation.call("logs", "-n", "5").out().lines()).hasSize(5);

            assertThat(secretsShownByPs(installation)).isEmpty();
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("data/secrets/secrets.json"))))
                    .isEqualTo("rw-------");

            var down = installation.call("down");
            assertThat(down.code()).as(down.out()).isZero();
            assertThat(installation.running()).isEmpty();
            assertThat(installation.call("status").code()).isEqualTo(Refusal.NOT_RUNNING);
            assertThat(installation.call("verify").code()).isZero();

            installation.call("up");
            assertThat(installation.get("/told/thidua.installation")).isEqualTo(installed);
        }
    }

    private static List<String> secretsShownByPs(Installation installation) {
        Secrets secrets = Secrets.read(installation.home()).orElseThrow();
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(secrets.secret()) || line.contains(secrets.keyEncryptionKey()))
                .toList();
    }

    @Test
    void aKillLeavesNothingBehindThatStopsTheNextStart() {
        try (Installation installation = ProbeMain.installation(folder)
                .with("THIDUA_MONGOD", Backends.mongod().orElseThrow().toString())) {
            var up = installation.call("up");
            assertThat(up.code()).as(up.out()).isZero();
            assertThat(up.out()).contains("a replica set of one");
            installation.kill();

            var again = installation.call("up");
            assertThat(again.code()).as(again.out()).isZero();
            assertThat(again.out()).doesNotContain("đang chạy");
            assertThat(installation.call("status").code()).isZero();
        }
        assertThat(MongodProcess.leftover(folder.resolve("data/mongodb"))).isEmpty();
    }

    @Test
    void aKilledMongodIsStartedAgainAndShown() {
        try (Installation installation = ProbeMain.installation(folder)
                .with("THIDUA_MONGOD", Backends.mongod().orElseThrow().toString())) {
            installation.call("up");
            MongodProcess.leftover(folder.resolve("data/mongodb")).orElseThrow().destroyForcibly();
            Eventually.eventually(
                    "mongod runs again", () -> installation.state().incidents().size() == 2);
            assertThat(installation.call("status").out()).contains("has ended", "runs again");
        }
    }

    @Test
    void anotherDatabaseLaterIsRefused() {
        Installation installation = ProbeMain.installation(folder)
                .with("THIDUA_MONGOD", Backends.mongod().orElseThrow().toString());
        Secrets.of(installation.home());
        JsonFile.write(installation.home().choice(), new DatabaseChoice.Embedded().recorded(Instant.EPOCH));
        var refused = installation.call("up");
        assertThat(refused.code()).isEqualTo(Refusal.FAILED);
        assertThat(refused.out()).contains("embedded", "./thidua move");
        assertThat(installation.home().mongod()).doesNotExist();
    }

    @Test
    void aPortThatIsTakenIsNamedWithWhoHasIt() throws Exception {
        Installation installation = ProbeMain.installation(folder);
        try (var taken = new ServerSocket(installation.port(), 1, InetAddress.getLoopbackAddress())) {
            var up = installation.call("up");
            assertThat(up.code()).isEqualTo(Refusal.FAILED);
            assertThat(up.out())
                    .contains(
                            "Cổng " + taken.getLocalPort(),
                            "pid " + ProcessHandle.current().pid(),
                            "THIDUA_PORT_PROBE_SERVICE");
        }
    }

    @Test
    void aServiceAndKafkaCanHaveProcessesOfTheirOwn() throws Exception {
        try (Installation installation = ProbeMain.installation(folder)) {
            var up = installation.call("up", "--apart");
            assertThat(up.code()).as(up.out()).isZero();
            long service = Long.parseLong(installation.get("/pid"));
            assertThat(service).isNotEqualTo(installation.state().pid());
            assertThat(secretsShownByPs(installation)).isEmpty();

            ProcessHandle.of(service).orElseThrow().destroyForcibly();
            Eventually.eventually(
                    "the service runs again",
                    () -> installation.state().incidents().size() == 2);
            long next = Long.parseLong(installation.get("/pid"));
            assertThat(next).isNotEqualTo(service);

            State.Backend kafka = Objects.requireNonNull(installation.state().kafka());
            ProcessHandle.of(kafka.pid()).orElseThrow().destroyForcibly();
            Eventually.eventually(
                    "Kafka runs again", () -> installation.state().incidents().size() == 4);
            State.Backend kafkaAgain =
                    Objects.requireNonNull(installation.state().kafka());
            assertThat(kafkaAgain.pid()).isNotEqualTo(kafka.pid());
            assertThat(kafkaAgain.address()).isEqualTo(kafka.address());

            installation.kill();
            for (long orphan : new long[] {next, kafkaAgain.pid()}) {
                ProcessHandle.of(orphan)
                        .ifPresent(process ->
                                process.onExit().orTimeout(60, TimeUnit.SECONDS).join());
            }
        }
    }

    @Test
    void aStandaloneServerIsRefusedWithTheCommandThatMakesItASet() throws Exception {
        int port = Ports.free();
        Path data = Files.createDirectory(folder.resolve("standalone"));
        Process standalone = new ProcessBuilder(
                        Backends.mongod().orElseThrow().toString(),
                        "--dbpath",
                        data.toString(),
                        "--port",
                        Integer.toString(port),
                        "--bind_ip",
                        "127.0.0.1",
                        "--nounixsocket")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Installation installation = ProbeMain.installation(folder.resolve("home"))
                    .with("THIDUA_MONGODB_URI", "mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=20000");
            var up = installation.call("up");
            assertThat(up.code()).as(up.out()).isEqualTo(Refusal.FAILED);
            assertThat(up.out()).contains("--replSet", "rs.initiate()");
            assertThat(installation.home().choice()).doesNotExist();
        } finally {
            standalone.destroy();
            standalone.waitFor();
        }
    }

    @Test
    void theDatabaseOfAnotherInstallationIsRefused() {
        try (MongodProcess mongod = Backends.ownMongod();
                Installation first =
                        ProbeMain.installation(folder.resolve("first")).with("THIDUA_MONGODB_URI", mongod.uri())) {
            assertThat(first.call("up").code()).isZero();
            Installation second =
                    ProbeMain.installation(folder.resolve("second")).with("THIDUA_MONGODB_URI", mongod.uri());
            var up = second.call("up");
            assertThat(up.code()).isEqualTo(Refusal.FAILED);
            assertThat(up.out()).contains("belongs to another installation", first.get("/told/thidua.installation"));
        }
    }
}
