package vn.thidua.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Eventually;

/** Whoever tries doors all day fills no disk. */
class RefusalsIT {

    private static final Instant NOW = Instant.parse("2026-06-01T05:00:00Z");

    @Test
    void oneCallerIsKeptSoOftenAMinuteAndAllTogetherSoOftenADay() {
        var refusals = open(new Refusals.Bounds(2, 3, Period.ofDays(90)));
        assertThat(refusals.add(refusal("1", "an", NOW))).isTrue();
        assertThat(refusals.add(refusal("2", "an", NOW))).isTrue();
        assertThat(refusals.add(refusal("3", "an", NOW))).isFalse();
        assertThat(refusals.add(refusal("4", "binh", NOW))).isTrue();
        assertThat(refusals.add(refusal("5", "chi", NOW))).isFalse();
    }

    @Test
    void theOldOnesGo() {
        var refusals = open(new Refusals.Bounds(10, 100, Period.ofDays(90)));
        refusals.collection().insertOne(new Document("_id", "old").append("at", "2026-03-01T00:00:00Z"));
        refusals.collection().insertOne(new Document("_id", "young").append("at", "2026-03-10T00:00:00Z"));
        refusals.start();
        try {
            assertThat(refusals.add(refusal("new", "an", NOW))).isTrue();
            Eventually.eventually("the old one is gone and the new one is there", () -> refusals.collection()
                    .distinct("_id", String.class)
                    .into(new HashSet<>())
                    .equals(Set.of("young", "new")));
        } finally {
            refusals.close();
        }
    }

    private static Refusals open(Refusals.Bounds bounds) {
        return new Refusals(Backends.freshDatabase(RefusalsIT.class), Clock.fixed(NOW, ZoneOffset.ofHours(7)), bounds);
    }

    private static Refusal refusal(String id, String actor, Instant at) {
        return new Refusal(id, at.toString(), actor, List.of("left"), "GET /x", 403, "not-allowed", "r" + id);
    }
}
