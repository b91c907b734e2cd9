package vn.thidua.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.platform.testing.Eventually.eventually;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file of keys that is known follows the erasures. */
abstract class KeyPlacesContract {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final String GONE = "person:gone";

    @TempDir
    private Path directory = Path.of("");

    private MongoDatabase database;
    private MongoKeyRing ring;
    private KeyPlaces places;

    abstract MongoDatabase freshDatabase();

    @BeforeEach
    void aRingWithSomebodyInIt() {
        database = freshDatabase();
        ring = MongoKeyRing.open(
                database, KeyEncryptionKey.of("k1", KeyEncryptionKey.random()), List.of(), InstantSource.fixed(NOW));
        ring.seal(GONE, "a");
        places = new KeyPlaces(database);
    }

    @Test
    void anErasureReachesAllPlacesSoon() throws IOException {
        Path one = directory.resolve("one");
        Path two = directory.resolve("two");
        places.write(one, ring, NOW);
        places.write(two, ring, NOW);
        assertThat(holdsTheKey(one)).isTrue();
        var keeper = new KeyKeeper(
                ring, places, InstantSource.fixed(NOW.plusSeconds(1)), Duration.ofMillis(10), Duration.ofMinutes(1));
        keeper.start();
        try {
            ring.destroy(GONE);
            eventually("both are written anew", () -> !holdsTheKey(one) && !holdsTheKey(two));
            assertThat(keeper.failing()).isZero();
        } finally {
            keeper.close();
        }
        assertThat(new KeyBackups(one, ring).list()).hasSize(1);
    }

    @Test
    void anErasureWhileNobodyWatchedIsMadeUpFor() throws IOException {
        places.write(directory.resolve("one"), ring, NOW);
        ring.destroy(GONE);
        assertThat(holdsTheKey(directory.resolve("one"))).isTrue();
        assertThat(places.rewriteOld(ring, NOW.plusSeconds(1))).isZero();
        assertThat(holdsTheKey(directory.resolve("one"))).isFalse();
        Path file = new KeyBackups(directory.resolve("one"), ring).newest().orElseThrow();
        assertThat(places.rewriteOld(ring, NOW.plusSeconds(2))).isZero();
        assertThat(file).as("nothing was destroyed since").exists();
    }

    @Test
    void aPlaceThatIsAwayHoldsUpNoOtherAndIsMadeUpForWhenItIsBack() throws IOException {
        Path away = directory.resolve("away");
        places.write(away, ring, NOW);
        places.write(directory.resolve("there"), ring, NOW);
        Files.move(away, directory.resolve("elsewhere"));
        ring.destroy(GONE);
        assertThat(places.rewriteOld(ring, NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(holdsTheKey(directory.resolve("there"))).isFalse();
        assertThat(away).doesNotExist();
        assertThat(places.all()).filteredOn(place -> place.failing() != null).hasSize(1);

        Files.createDirectory(away);
        assertThat(places.rewriteOld(ring, NOW.plusSeconds(2)))
                .as("another disk under the same path")
                .isEqualTo(1);
        Files.delete(away);
        Files.move(directory.resolve("elsewhere"), away);
        assertThat(places.rewriteOld(ring, NOW.plusSeconds(3))).isZero();
        assertThat(holdsTheKey(away)).isFalse();
        assertThat(places.all()).allMatch(place -> place.failing() == null);
    }

    @Test
    void aPlaceThatWasDeletedCanBeForgotten() throws IOException {
        places.write(directory.resolve("one"), ring, NOW);
        assertThat(places.forget(directory.resolve("one"))).isTrue();
        assertThat(places.forget(directory.resolve("one"))).isFalse();
        assertThat(places.all()).isEmpty();
    }

    private static boolean holdsTheKey(Path place) {
        try {
            Path file = KeyPlaces.newest(place).orElseThrow();
            return Files.readString(file).lines().anyMatch(line -> line.contains(GONE) && line.contains("\"w\""));
        } catch (java.nio.file.NoSuchFileException e) {
            // exchanged between the two looks
            return true;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
