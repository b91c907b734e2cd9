package vn.thidua.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.testing.Eventually;
import vn.thidua.platform.values.Sealed;

/** What the key ring promises, whatever server it stands on. */
abstract class KeyRingContract {

    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-07-01T00:00:00Z"));
    static final String PERSON = "person:0190a000-0000-7000-8000-000000000001";
    static final String NAME = "Nguyễn Thị Hòa";

    final String secret = KeyEncryptionKey.random();
    final KeyEncryptionKey kek = KeyEncryptionKey.of("k1", secret);
    MongoDatabase database;
    MongoKeyRing ring;

    abstract MongoDatabase freshDatabase();

    @BeforeEach
    void openRing() {
        database = freshDatabase();
        ring = ring(kek);
    }

    final MongoKeyRing ring(KeyEncryptionKey active, KeyEncryptionKey... older) {
        return MongoKeyRing.open(database, active, List.of(older), CLOCK);
    }

    @Test
    void whatIsSealedOpensInEveryRingOfTheInstallation() {
        Sealed sealed = ring.seal(PERSON, NAME);

        assertThat(ring.open(sealed)).contains(NAME);
        assertThat(ring(kek).open(sealed)).contains(NAME);
        assertThat(sealed.subject()).isEqualTo(PERSON);
        assertThat(Base64.getDecoder().decode(sealed.iv())).hasSize(12);
        assertThat(new String(Base64.getDecoder().decode(sealed.ct()), StandardCharsets.UTF_8))
                .doesNotContain("Hòa");
    }

    @Test
    void theSameTextIsNeverSealedTwiceToTheSameBytes() {
        Set<Sealed> sealed =
                IntStream.range(0, 50).mapToObj(i -> ring.seal(PERSON, NAME)).collect(Collectors.toSet());
        assertThat(sealed).hasSize(50);
        assertThat(sealed).extracting(Sealed::iv).doesNotHaveDuplicates();
        assertThat(sealed)
                .extracting(Sealed::keyId)
                .containsOnly(sealed.iterator().next().keyId());
    }

    @Test
    void theDatabaseHoldsNoKeyInTheClear() {
        ring.seal(PERSON, NAME);
        Document stored = database.getCollection("keys").find().first();
        assertThat(stored).isNotNull();
        // IV, wrapped key, tag; opens with the key-encryption key alone
        assertThat(stored.get("w", Binary.class).getData()).hasSize(12 + 32 + 16);
        assertThat(stored.keySet()).containsExactlyInAnyOrder("_id", "k", "kek", "w", "at");
    }

    @Test
    void erasedStaysErased() {
        Sealed sealed = ring.seal(PERSON, NAME);
        MongoKeyRing other = ring(kek);
        assertThat(other.open(sealed)).contains(NAME);

        long destroyedAt = System.nanoTime();
        ring.destroy(PERSON);
        ring.destroy(PERSON);

        assertThat(ring.open(sealed)).isEmpty();
        assertThat(ring.openAll(List.of(sealed))).isEmpty();
        assertThatThrownBy(() -> ring.seal(PERSON, NAME)).isInstanceOf(ErasedException.class);
        assertThat(ring(kek).open(sealed)).isEmpty();
        Eventually.within(
                MongoKeyRing.FORGOTTEN_WITHIN.plusMillis(500),
                "another process has forgotten the key",
                () -> other.open(sealed).isEmpty());
        assertThat(System.nanoTime() - destroyedAt)
                .isLessThan(MongoKeyRing.FORGOTTEN_WITHIN.plusSeconds(1).toNanos());
        assertThatThrownBy(() -> other.seal(PERSON, NAME)).isInstanceOf(ErasedException.class);
        other.prepare(List.of(PERSON));
        assertThat(ring(kek).open(sealed)).isEmpty();
        Document tombstone = database.getCollection("keys").find().first();
        assertThat(tombstone).isNotNull();
        assertThat(tombstone.keySet()).containsExactlyInAnyOrder("_id", "destroyed");
    }

    @Test
    void aSubjectThatWasErasedBeforeItHadAKeyNeverGetsOne() {
        ring.destroy(PERSON);
        assertThatThrownBy(() -> ring(kek).seal(PERSON, NAME)).isInstanceOf(ErasedException.class);
    }

    @Test
    void oneSubjectsErasureLeavesTheOthers() {
        Sealed other = ring.seal("person:other", NAME);
        Sealed sealed = ring.seal(PERSON, NAME);
        ring.destroy(PERSON);
        assertThat(ring.openAll(List.of(sealed, other))).isEqualTo(Map.of(other, NAME));
    }

    @Test
    void ringsThatRaceForANewSubjectEndWithOneKey() throws Exception {
        int rings = 6;
        int subjects = 20;
        List<MongoKeyRing> all =
                IntStream.range(0, rings).mapToObj(i -> ring(kek)).toList();
        var together = new CyclicBarrier(rings);
        List<Callable<List<Sealed>>> racers = new ArrayList<>();
        for (MongoKeyRing one : all) {
            racers.add(() -> {
                List<Sealed> sealed = new ArrayList<>();
                for (int i = 0; i < subjects; i++) {
                    together.await();
                    sealed.add(one.seal("person:race-" + i, NAME + i));
                }
                return sealed;
            });
        }
        List<Sealed> sealed = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(rings)) {
            for (Future<List<Sealed>> future : threads.invokeAll(racers)) {
                sealed.addAll(future.get());
            }
        }
        assertThat(sealed).hasSize(rings * subjects);
        assertThat(sealed.stream().map(Sealed::keyId).distinct()).hasSize(subjects);
        MongoKeyRing reader = ring(kek);
        assertThat(reader.openAll(sealed)).hasSize(rings * subjects);
        assertThat(database.getCollection("keys").countDocuments()).isEqualTo(subjects);
    }

    @Test
    void manyAreOpenedWithFewQuestions() {
        List<String> subjects =
                IntStream.range(0, 1200).mapToObj(i -> "person:many-" + i).toList();
        ring.prepare(subjects);
        assertThat(database.getCollection("keys").countDocuments()).isEqualTo(1200);
        List<Sealed> sealed = subjects.stream()
                .map(subject -> ring.seal(subject, subject + "!"))
                .toList();
        ring.destroy("person:many-7");

        Map<Sealed, String> texts = ring(kek).openAll(sealed);

        assertThat(texts)
                .hasSize(1199)
                .doesNotContainKey(sealed.get(7))
                .containsEntry(sealed.get(1100), "person:many-1100!");
    }

    @Test
    void aMissingKeyIsNoErasure() {
        Sealed sealed = new Sealed("person:nobody", "k", "AAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAA");
        assertThatThrownBy(() -> ring.open(sealed)).isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> ring.openAll(List.of(sealed))).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void everyChangeOfASealedTextIsFound() {
        Sealed sealed = ring.seal(PERSON, NAME);
        Sealed stranger = ring.seal("person:stranger", "Trần Văn B");
        List<Sealed> changed = List.of(
                new Sealed(sealed.subject(), sealed.keyId(), flip(sealed.iv(), 0), sealed.ct()),
                new Sealed(sealed.subject(), sealed.keyId(), sealed.iv(), flip(sealed.ct(), 0)),
                new Sealed(sealed.subject(), sealed.keyId(), sealed.iv(), flip(sealed.ct(), 40 - 10)),
                new Sealed(
                        sealed.subject(),
                        sealed.keyId(),
                        sealed.iv(),
                        sealed.ct().substring(0, 16)),
                new Sealed(sealed.subject(), sealed.keyId(), sealed.iv(), ""),
                new Sealed(sealed.subject(), sealed.keyId(), "?", sealed.ct()),
                new Sealed(stranger.subject(), stranger.keyId(), sealed.iv(), sealed.ct()),
                new Sealed(stranger.subject(), sealed.keyId(), sealed.iv(), sealed.ct()),
                new Sealed(sealed.subject(), "another", sealed.iv(), sealed.ct()));
        assertThat(changed).allSatisfy(one -> assertThatThrownBy(() -> ring.open(one))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageNotContaining(NAME));
    }

    private static String flip(String base64, int at) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        bytes[at] ^= 1;
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void aStoredKeyThatWasGivenToAnotherSubjectIsFound() {
        Sealed sealed = ring.seal(PERSON, NAME);
        ring.seal("person:thief", "x");
        Document key =
                database.getCollection("keys").find(Filters.eq("_id", PERSON)).first();
        assertThat(key).isNotNull();
        database.getCollection("keys")
                .updateOne(
                        Filters.eq("_id", "person:thief"),
                        Updates.combine(Updates.set("w", key.get("w")), Updates.set("k", key.get("k"))));
        Sealed stolen = new Sealed("person:thief", sealed.keyId(), sealed.iv(), sealed.ct());
        assertThatThrownBy(() -> ring(kek).open(stolen)).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void theBlindIndexFindsEqualsAndKeepsPurposesApart() {
        String index = ring.blindIndex("citizen-id", "001085012345");
        assertThat(index).matches("[0-9a-f]{64}");
        assertThat(ring(kek).blindIndex("citizen-id", "001085012345")).isEqualTo(index);
        assertThat(ring.blindIndex("citizen-id", "001085012346")).isNotEqualTo(index);
        assertThat(ring.blindIndex("telephone", "001085012345")).isNotEqualTo(index);
        assertThat(ring.secret("once-keys")).isEqualTo(ring(kek).secret("once-keys"));
        assertThat(ring.secret("once-keys")).isNotEqualTo(ring.secret("other"));
    }

    @Test
    void anotherInstallationHasAnotherBlindIndex() {
        String index = ring.blindIndex("citizen-id", "001085012345");
        assertThat(MongoKeyRing.open(freshDatabase(), kek, List.of(), CLOCK).blindIndex("citizen-id", "001085012345"))
                .isNotEqualTo(index);
    }

    @Test
    void aWrongKeyEncryptionKeyIsRefusedAtTheStart() {
        ring.seal(PERSON, NAME);
        String wrong = KeyEncryptionKey.random();
        assertThatThrownBy(() -> ring(KeyEncryptionKey.of("k1", wrong)))
                .isInstanceOf(WrongKeyEncryptionKeyException.class)
                .hasMessageContaining("\"k1\"")
                .hasMessageNotContaining(wrong);
        // a new one without the old one beside it
        assertThatThrownBy(() -> ring(KeyEncryptionKey.of("k2", wrong)))
                .isInstanceOf(WrongKeyEncryptionKeyException.class)
                .hasMessageContaining("\"k1\"")
                .hasMessageContaining("not configured");
    }

    @Test
    void keyEncryptionKeysCanBeReplaced() {
        Sealed sealed = ring.seal(PERSON, NAME);
        String index = ring.blindIndex("citizen-id", "1");
        ring.seal("person:gone", NAME);
        ring.destroy("person:gone");
        KeyEncryptionKey next = KeyEncryptionKey.of("k2", KeyEncryptionKey.random());

        MongoKeyRing both = ring(next, kek);
        assertThat(both.open(sealed)).contains(NAME);
        assertThat(both.rewrap()).isEqualTo(2);
        assertThat(both.rewrap()).isZero();

        MongoKeyRing without = ring(next);
        assertThat(without.open(sealed)).contains(NAME);
        assertThat(without.blindIndex("citizen-id", "1")).isEqualTo(index);
        assertThat(without.open(new Sealed("person:gone", "k", sealed.iv(), sealed.ct())))
                .isEqualTo(Optional.empty());
        // who still runs with the old one alone is told when it starts
        assertThatThrownBy(() -> ring(kek)).isInstanceOf(WrongKeyEncryptionKeyException.class);
    }

    @Test
    void whoeverWrapsKeysAnewBringsNoDestroyedOneBack() throws Exception {
        int count = 300;
        List<String> subjects =
                IntStream.range(0, count).mapToObj(i -> "person:" + i).toList();
        ring.prepare(subjects);
        MongoKeyRing next = ring(KeyEncryptionKey.of("k2", KeyEncryptionKey.random()), kek);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> destroying = threads.submit(() -> subjects.forEach(ring::destroy));
            Future<?> wrapping = threads.submit(() -> {
                for (int i = 0; i < 20; i++) {
                    next.rewrap();
                }
            });
            destroying.get();
            wrapping.get();
        }
        assertThat(database.getCollection("keys").find()).hasSize(count).allSatisfy(key -> assertThat(key.keySet())
                .containsExactlyInAnyOrder("_id", "destroyed"));
    }
}
