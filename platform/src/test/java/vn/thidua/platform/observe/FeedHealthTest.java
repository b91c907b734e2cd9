package vn.thidua.platform.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import vn.thidua.platform.consume.FeedStatus;

class FeedHealthTest {

    private static FeedStatus feed(String name, Duration age, @Nullable String failure, int parked) {
        return new FeedStatus(name, false, 7, age, true, failure, false, List.of(), parked);
    }

    private static Health health(FeedStatus... feeds) {
        return new FeedHealth(() -> List.of(feeds), Duration.ofMinutes(1)).health();
    }

    @Test
    void aFeedThatDoesNothingWhileRecordsWaitTurnsItDownAndIsNamed() {
        Health health = health(
                feed("units-v1", Duration.ZERO, null, 0),
                feed("mirror", Duration.ofSeconds(61), "java.io.IOException", 0));

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails())
                .containsOnlyKeys("mirror")
                .containsEntry("mirror", "stalled for 61 s: java.io.IOException");
    }

    @Test
    void whatIsParkedOrWaitedOutIsNamedAndDoesNotTurnItDown() {
        Health health = health(
                feed("units-v1", Duration.ofSeconds(60), null, 2),
                feed("mirror", Duration.ofSeconds(3), "java.io.IOException", 0),
                feed("quiet", Duration.ZERO, null, 0));

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails())
                .containsOnlyKeys("units-v1", "mirror")
                .containsEntry("units-v1", "2 parked")
                .containsEntry("mirror", "waits: java.io.IOException");
    }
}
