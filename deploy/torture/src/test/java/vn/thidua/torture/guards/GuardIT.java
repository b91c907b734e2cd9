package vn.thidua.torture.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.thidua.platform.eventstore.BrokenStore;
import vn.thidua.platform.processing.BrokenOrder;
import vn.thidua.torture.referee.Verdict;

/** A spine that was broken on purpose is found out by the short form, each time; the whole one is not accused. */
class GuardIT {

    private static Ground ground;

    @BeforeAll
    static void backends() {
        String named = Optional.ofNullable(System.getenv("THIDUA_MONGOD")).orElse("");
        assertThat(named).as("a mongod is needed: THIDUA_MONGOD").isNotBlank();
        ground = Ground.start(Path.of(named));
    }

    @AfterAll
    static void gone() {
        Objects.requireNonNull(ground).close();
    }

    @ParameterizedTest
    @EnumSource
    void theWholeSpineIsNotAccused(Guard guard) throws Exception {
        assertThat(guard.check(ground)).matches(Verdict::isClean);
    }

    @Test
    void acknowledgingBeforeItIsDurableIsFound() throws Exception {
        try (BrokenStore _ = BrokenStore.acknowledgesBeforeDurable()) {
            // those before it are lost with it where the journal has not been written for them by itself
            assertThat(Guard.ACKNOWLEDGED_IS_DURABLE.check(ground).lost()).isBetween(1, 4);
        }
    }

    @Test
    void readingLocallyInTheRelayIsFound() throws Exception {
        try (BrokenStore _ = BrokenStore.readsLocally()) {
            assertThat(Guard.READERS_ARE_NEVER_AHEAD.check(ground).lost()).isEqualTo(1);
        }
    }

    @Test
    void storingTheTokenEarlyIsFound() throws Exception {
        try (BrokenOrder _ = BrokenOrder.tokenFirst()) {
            assertThat(Guard.TOKEN_COMES_LAST.check(ground).skipped()).isBetween(1, 3);
        }
    }

    @Test
    void forgettingOnceKeysIsFound() throws Exception {
        try (BrokenStore _ = BrokenStore.forgetsOnceKeys()) {
            assertThat(Guard.AN_ACT_IS_DONE_ONCE.check(ground).doubled()).isEqualTo(1);
        }
    }

    @Test
    void hashingWhatWasEncodedAnewIsFound() throws Exception {
        try (BrokenStore _ = BrokenStore.hashesAnew()) {
            assertThat(Guard.WHAT_IS_STORED_IS_HASHED.check(ground).lost()).isEqualTo(1);
        }
    }
}
