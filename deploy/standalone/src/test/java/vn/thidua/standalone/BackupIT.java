package vn.thidua.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.platform.testing.Eventually.within;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.platform.testing.Backends;

/**
 * A backup is written under load on one machine and put back on an empty one with another kind of database; both are killed
 * in the middle and run again.
 */
class BackupIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void whatWasBackedUpUnderLoadIsThereOnAnEmptyMachine() throws Exception {
        Path backups = folder.resolve("backups");
        List<String> heads;
        int made;
        try (Installation first = services("first")) {
            var up = first.call("up");
            assertThat(up.code()).as(up.out()).isZero();
            try (WriteLoad load = load(first)) {
                load.start(2);
                within(PATIENCE, "there is something", () -> load.acknowledged().size() > 50);
                first.callAndKillAt("writing a backup", "backup", backups.toString());
                int told = load.acknowledged().size();
                var backup = first.call("backup", backups.toString());
                assertThat(backup.code()).as(backup.out()).isZero();
                assertThat(next(backup.out()))
                        .as("what was acknowledged before is in it")
                        .isGreaterThanOrEqualTo(told);
                load.stop();
                made = load.acknowledged().size() + Tree.OTHERS;
            }
            var last = first.call("backup", backups.toString());
            assertThat(last.code()).as(last.out()).isZero();
            heads = heads(last.out());
            assertThat(heads).isEqualTo(heads(first.call("verify").out())).isNotEmpty();
            var over = first.call("restore", backups.toString());
            assertThat(over.code()).isNotZero();
            assertThat(over.out()).contains("./thidua down");
        }

        Installation second = services("second")
                .with("THIDUA_MONGOD", Backends.mongod().orElseThrow().toString());
        try (second) {
            var without = second.call("restore", backups.toString());
            assertThat(without.code()).isEqualTo(Refusal.UNUSABLE);
            assertThat(without.out()).contains("data/secrets");
            secrets(folder.resolve("first"), folder.resolve("second"));

            second.callAndKillAt("thidua: writing", "restore", backups.toString());
            var half = second.call("up");
            assertThat(half.code()).isNotZero();
            assertThat(half.out()).contains("./thidua restore");
            var restore = second.call("restore", backups.toString());
            assertThat(restore.code()).as(restore.out()).isZero();
            assertThat(heads(restore.out())).containsAll(heads);
            var verify = second.call("verify");
            assertThat(heads(verify.out())).isEqualTo(heads);

            var up = second.call("up");
            assertThat(up.code()).as(up.out()).isZero();
            String database = Objects.requireNonNull(second.state().database()).address();
            within(
                    PATIENCE,
                    "the view is filled anew",
                    () -> Evidence.rows(database, Tree.CONTEXT, Tree.VIEW).size() >= made);
            assertThat(heads(second.call("verify").out())).isEqualTo(heads);
        }
    }

    private Installation services(String name) {
        return new Installation(Main.class, folder.resolve(name), "THIDUA_PORT_PLAN_SERVICE");
    }

    /** The machine may be busy: what is asked again is done once. */
    private static WriteLoad load(Installation installation) throws Exception {
        for (int attempt = 0; ; attempt++) {
            try {
                return Tree.load(installation);
            } catch (HttpTimeoutException e) {
                if (attempt == 5) {
                    throw e;
                }
            }
        }
    }

    private static void secrets(Path from, Path to) throws IOException {
        Path secrets = to.resolve("data/secrets");
        Files.createDirectories(secrets);
        try (Stream<Path> files = Files.list(from.resolve("data/secrets"))) {
            for (Path file : files.toList()) {
                Files.copy(file, secrets.resolve(file.getFileName().toString()));
            }
        }
    }

    private static long next(String said) {
        return Pattern.compile("organization: .*next position ([0-9]+)")
                .matcher(said)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElseThrow();
    }

    /** Of the log that the load writes to; the other one stays empty, and an empty log is in no backup. */
    private static List<String> heads(String said) {
        return Pattern.compile("organization: .*(head [0-9a-f]{64})")
                .matcher(said)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}
