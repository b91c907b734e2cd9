package vn.thidua.gateway.signin.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.sealing.KeyEncryptionKey;
import vn.thidua.platform.sealing.MongoKeyRing;
import vn.thidua.platform.testing.Backends;

class SigningKeyStoreIT {

    private static final Duration ROTATE = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofHours(1);
    private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private MongoDatabase database;
    private MongoKeyRing ring;

    @BeforeEach
    void open() {
        database = Backends.freshDatabase(getClass());
        ring = MongoKeyRing.open(
                Backends.freshDatabase(getClass()),
                KeyEncryptionKey.of("kek-1", KeyEncryptionKey.random()),
                List.of(),
                Clock.systemUTC());
    }

    private SigningKeyStore store() {
        InstantSource source = now::get;
        return new SigningKeyStore(database, ring, "services", ROTATE, AHEAD, source.withZone(ZoneOffset.UTC));
    }

    private static String signing(JWKSet keys) {
        return keys.getKeys().getFirst().getKeyID();
    }

    private static List<String> known(JWKSet keys) {
        return keys.getKeys().stream().map(JWK::getKeyID).toList();
    }

    @Test
    void gatewaysThatStartAtOnceHaveTheSameKey() throws Exception {
        List<Future<JWKSet>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++) {
                all.add(threads.submit(() -> store().current()));
            }
        }
        List<String> signing = new ArrayList<>();
        for (Future<JWKSet> each : all) {
            signing.add(signing(each.get()));
        }

        assertThat(signing).containsOnly(signing.getFirst());
    }

    @Test
    void aNewKeyIsKnownBeforeItSignsAndAnOldOneAfter() {
        String first = signing(store().current());

        now.set(START.plus(ROTATE).minus(AHEAD).minusSeconds(1));
        assertThat(known(store().current())).containsExactly(first);

        now.set(START.plus(ROTATE).minus(AHEAD));
        JWKSet both = store().current();
        assertThat(both.getKeys()).hasSize(2);
        assertThat(signing(both)).isEqualTo(first);
        String second = known(both).getLast();

        now.set(START.plus(ROTATE));
        JWKSet after = store().current();
        assertThat(signing(after)).isEqualTo(second);
        assertThat(known(after)).contains(first);

        now.set(START.plus(ROTATE).plus(AHEAD));
        assertThat(known(store().current())).containsExactly(second);
    }

    @Test
    void afterALongStopTheNewKeyIsStillKnownBeforeItSigns() {
        String first = signing(store().current());

        now.set(START.plus(ROTATE.multipliedBy(3)));
        JWKSet keys = store().current();
        assertThat(signing(keys)).isEqualTo(first);
        assertThat(keys.getKeys()).hasSize(2);

        now.set(Objects.requireNonNull(now.get()).plus(AHEAD));
        assertThat(signing(store().current())).isEqualTo(known(keys).getLast());
    }

    @Test
    void aPrivatePartStandsNowhereInTheClear() {
        JWK key = store().current().getKeys().getFirst();

        Document stored = database.getCollection("signing_keys").find().first();
        assertThat(stored).isNotNull();
        assertThat(stored.toJson())
                .doesNotContain("\"d\\\"")
                .doesNotContain(String.valueOf(key.toJSONObject().get("d")));
        assertThat(store().current().getKeys().getFirst().isPrivate()).isTrue();
        assertThatThrownBy(() -> new SigningKeyStore(database, ring, "services", AHEAD, AHEAD, Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
