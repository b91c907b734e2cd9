package vn.thidua.platform.context;

import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.platform.ledger.Ledger.act;
import static vn.thidua.platform.testing.Eventually.eventually;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.eventstore.PublishedHead;
import vn.thidua.platform.eventstore.Verification;
import vn.thidua.platform.eventstore.Verification.Broken;
import vn.thidua.platform.eventstore.Verification.Reason;
import vn.thidua.platform.ledger.AccountCommand.Deposit;
import vn.thidua.platform.ledger.AccountCommand.OpenAccount;
import vn.thidua.platform.ledger.Ledger;
import vn.thidua.platform.testing.Backends;

/** A tail that somebody has cut off shows by the head that was published before. */
class ChainHeadsIT {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private static ContextRuntime started(ContextSettings settings) {
        var runtime = ContextRuntime.open(Ledger.spec().build(), settings);
        runtime.start();
        return runtime;
    }

    @Test
    void aCutOffTailIsFoundAfterARestart() {
        cutOffTailIsFound(Ledger.settings(ChainHeadsIT.class));
    }

    @Test
    void aCutOffTailIsFoundOnTheEmbeddedServerToo() {
        cutOffTailIsFound(Ledger.settings(ChainHeadsIT.class, Backends.embeddedUri()));
    }

    private static void cutOffTailIsFound(ContextSettings settings) {
        try (var runtime = started(settings)) {
            runtime.commands().send(new OpenAccount("a", "A", Ledger.nameId("A"), DAY), act());
            runtime.commands().send(new Deposit("a", 1), act());
            runtime.commands().send(new Deposit("a", 2), act());
            assertThat(runtime.verify()).isInstanceOf(Verification.Clean.class);
            // closing publishes the head
        }
        try (var runtime = ContextRuntime.open(Ledger.spec().build(), settings)) {
            assertThat(runtime.verify()).isInstanceOf(Verification.Clean.class);
            assertThat(runtime.heads().newest().map(PublishedHead::next)).contains(4L);
            runtime.database().getCollection("commits").deleteMany(gte("_id", 3L));
            // the chain itself fits
            assertThat(runtime.log().verify()).isInstanceOf(Verification.Clean.class);
            assertThat(runtime.verify()).isEqualTo(new Broken(3, Reason.CUT_OFF));
            assertThat(runtime.heads().publish()).isFalse();
        }
        try (var runtime = ContextRuntime.open(Ledger.spec().build(), settings)) {
            // another end in its place, as long as the first
            runtime.commands().send(new Deposit("a", 1_000), act());
            assertThat(runtime.log().verify()).isInstanceOf(Verification.Clean.class);
            assertThat(runtime.verify()).isInstanceOf(Broken.class);
            assertThat(runtime.heads().publish()).isFalse();
        }
    }

    @Test
    void oneHeadIsOneRowAndNoRowIsEverChanged() {
        ContextSettings settings = Ledger.settings(ChainHeadsIT.class);
        try (var runtime = started(settings)) {
            eventually(
                    "the head of the empty log", () -> runtime.heads().newest().isPresent());
            assertThat(runtime.heads().publish()).isTrue();
            runtime.commands().send(new OpenAccount("a", "A", Ledger.nameId("A"), DAY), act());
            assertThat(runtime.heads().publish()).isTrue();
            assertThat(runtime.heads().publish()).isTrue();
            List<Document> rows = runtime.database("heads")
                    .getCollection("chain_heads")
                    .find()
                    .into(new ArrayList<>());
            assertThat(rows).hasSize(2).allSatisfy(row -> assertThat(row)
                    .containsKeys("context", "installation", "next", "hash", "at")
                    .containsEntry("context", "ledger"));
            assertThat(rows).extracting(row -> row.getLong("next")).containsExactlyInAnyOrder(0L, 2L);
        }
    }
}
