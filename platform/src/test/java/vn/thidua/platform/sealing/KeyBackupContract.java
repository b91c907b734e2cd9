package vn.thidua.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.platform.values.Sealed;

/** Files of keys, whatever server they come from. */
abstract class KeyBackupContract {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final String GONE = "person:gone";
    private static final String STAYS = "person:stays";

    private final KeyEncryptionKey kek = KeyEncryptionKey.of("k1", KeyEncryptionKey.random());
    private MongoKeyRing ring = openRing();
    private Sealed gone = ring.seal(GONE, "a");
    private Sealed stays = ring.seal(STAYS, "b");

    @TempDir
    private Path directory = Path.of("");

    private KeyBackups backups = new KeyBackups(directory, ring);

    abstract MongoDatabase freshDatabase();

    private MongoKeyRing openRing(KeyEncryptionKey... older) {
        return MongoKeyRing.open(freshDatabase(), kek, List.of(older), InstantSource.fixed(NOW));
    }

    @BeforeEach
    void begin() {
        backups = new KeyBackups(directory, ring);
    }

    @Test
    void keysComeBackFromTheFile() throws IOException {
        String index = ring.blindIndex("citizen-id", "1");
        List<String> many =
                IntStream.range(0, 1100).mapToObj(i -> "person:" + i).toList();
        ring.prepare(many);
        Sealed last = ring.seal("person:1099", "c");

        Path file = backups.write(NOW);
        MongoKeyRing restored = openRing();
        assertThat(restored.importKeys(file)).isEqualTo(new Imported(1102, 0, 0));

        assertThat(restored.open(gone)).contains("a");
        assertThat(restored.open(last)).contains("c");
        assertThat(restored.blindIndex("citizen-id", "1")).isEqualTo(index);
        assertThat(restored.importKeys(file)).isEqualTo(new Imported(0, 1102, 0));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void afterAnErasureNoFileBringsTheKeyBack() throws IOException {
        backups.write(NOW);
        backups.write(NOW.plusSeconds(1));
        ring.destroy(GONE);

        Path fresh = backups.rewrite(NOW.plusSeconds(2)).orElseThrow();

        assertThat(backups.list()).containsExactly(fresh);
        assertThat(backups.newest()).contains(fresh);
        MongoKeyRing restored = openRing();
        restored.importKeys(fresh);
        assertThat(restored.open(gone)).isEmpty();
        assertThat(restored.open(stays)).contains("b");
        assertThatThrownBy(() -> restored.seal(GONE, "a")).isInstanceOf(ErasedException.class);
    }

    @Test
    void halfWrittenFilesGoWithTheOthers() throws IOException {
        backups.write(NOW);
        Files.writeString(directory.resolve("keys-20260101T000000.000Z-00000000.part"), "{}");
        Files.writeString(directory.resolve("notes.txt"), "not ours");
        backups.rewrite(NOW.plusSeconds(1));
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(2)
                    .contains("notes.txt")
                    .noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void whereNoKeysAreKeptNothingIsWritten() throws IOException {
        assertThat(backups.rewrite(NOW)).isEmpty();
        assertThat(new KeyBackups(directory.resolve("missing"), ring).rewrite(NOW))
                .isEmpty();
        assertThat(backups.list()).isEmpty();
    }

    @Test
    void anOlderFileDoesNotUndoAnErasure() throws IOException {
        Path older = backups.write(NOW);
        ring.destroy(GONE);
        assertThat(ring.importKeys(older)).isEqualTo(new Imported(0, 2, 0));
        assertThat(ring.open(gone)).isEmpty();
    }

    @Test
    void anErasureInTheFileIsOneHere() throws IOException {
        Path before = backups.write(NOW);
        MongoKeyRing copy = openRing();
        copy.importKeys(before);
        ring.destroy(GONE);
        Path after = backups.write(NOW.plusSeconds(1));

        assertThat(copy.importKeys(after)).isEqualTo(new Imported(0, 1, 1));
        assertThat(copy.open(gone)).isEmpty();
        assertThat(copy.open(stays)).contains("b");
    }

    @Test
    void aFileThatWasCutOrChangedIsRefusedAsAWhole() throws IOException {
        List<String> lines = Files.readAllLines(backups.write(NOW));
        List<String> cut = lines.subList(0, lines.size() - 1);
        List<String> without = new ArrayList<>(lines);
        without.remove(1);
        List<String> more = new ArrayList<>(lines);
        more.add(lines.get(1));
        List<String> changed = new ArrayList<>(lines);
        changed.set(1, lines.get(1).replace("person:", "person-"));
        for (List<String> wrong :
                List.of(cut, without, more, changed, List.of("x"), List.of("{}"), List.<String>of())) {
            Path file = directory.resolve("wrong");
            Files.write(file, wrong, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            MongoKeyRing restored = openRing();
            assertThatThrownBy(() -> restored.importKeys(file)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> restored.open(stays)).isInstanceOf(SealBrokenException.class);
        }
    }

    @Test
    void aFileIsNoUseWithoutTheKeyEncryptionKey() throws IOException {
        Path file = backups.write(NOW);
        MongoKeyRing stranger = MongoKeyRing.open(
                freshDatabase(),
                KeyEncryptionKey.of("k2", KeyEncryptionKey.random()),
                List.of(),
                InstantSource.fixed(NOW));
        assertThatThrownBy(() -> stranger.importKeys(file))
                .isInstanceOf(WrongKeyEncryptionKeyException.class)
                .hasMessageContaining("\"k1\"");
        assertThatThrownBy(() -> stranger.open(stays)).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void keysOfAnotherInstallationAreNotMixedIn() throws IOException {
        Path file = backups.write(NOW);
        MongoKeyRing other = openRing();
        Sealed theirs = other.seal(STAYS, "theirs");
        assertThatThrownBy(() -> other.importKeys(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(STAYS);
        assertThat(other.open(theirs)).contains("theirs");
        assertThatThrownBy(() -> other.open(gone)).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void aFileThatIsWrittenDuringAnErasureKeepsNoKeyOfIt() throws Exception {
        List<String> many = IntStream.range(0, 6).mapToObj(i -> "person:" + i).toList();
        ring.prepare(many);
        backups.write(NOW);
        var erasing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> writer = threads.submit(() -> {
                // another process, with backups of its own
                var others = new KeyBackups(directory, ring);
                for (int i = 1; erasing.get(); i++) {
                    others.write(NOW.plusMillis(i));
                }
                return true;
            });
            Future<?> eraser = threads.submit(() -> {
                try {
                    for (String subject : many) {
                        ring.destroy(subject);
                        backups.rewrite(NOW.plusSeconds(9));
                    }
                } finally {
                    erasing.set(false);
                }
                return true;
            });
            eraser.get();
            writer.get();
        }
        assertThat(backups.list()).isNotEmpty();
        for (Path file : backups.list()) {
            for (String subject : many) {
                assertThat(linesWithKeyOf(subject, file)).isEmpty();
            }
        }
    }

    private static List<String> linesWithKeyOf(String subject, Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.contains("\"" + subject + "\"") && line.contains("\"w\""))
                .toList();
    }
}
