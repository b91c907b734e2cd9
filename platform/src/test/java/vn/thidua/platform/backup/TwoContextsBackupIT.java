package vn.thidua.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.platform.ledger.Ledger.act;
import static vn.thidua.platform.testing.Eventually.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.platform.consume.CommandListener;
import vn.thidua.platform.consume.ContractRecord;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.context.ContextSettings;
import vn.thidua.platform.context.ContextSpec;
import vn.thidua.platform.context.Wanted;
import vn.thidua.platform.eventstore.PublishedHead;
import vn.thidua.platform.eventstore.Verification;
import vn.thidua.platform.ledger.AccountCommand.Deposit;
import vn.thidua.platform.ledger.AccountCommand.OpenAccount;
import vn.thidua.platform.ledger.Ledger;
import vn.thidua.platform.publish.KafkaSettings;
import vn.thidua.platform.publish.LedgerContract;
import vn.thidua.platform.publish.LedgerPublication;
import vn.thidua.platform.publish.TopicSetup;
import vn.thidua.platform.sealing.KeyEncryptionKey;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.view.ForeignView;
import vn.thidua.platform.view.Rows;

/**
 * Two contexts are backed up in the middle of their work, one following the other: whatever the follower did, its cause is
 * in the backup; and put back, nothing is done twice.
 */
class TwoContextsBackupIT {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final AtomicInteger number = new AtomicInteger();

    @TempDir
    private Path folder = Path.of("");

    private final String bank = "vault" + ProcessHandle.current().pid() + "n" + number.incrementAndGet();

    /** What is put in there. It adds up: what counts twice shows. */
    private record Elsewhere(String context) implements ForeignView {

        @Override
        public String name() {
            return "elsewhere";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public List<String> contexts() {
            return List.of(context);
        }

        @Override
        public void project(ContractRecord event, Rows rows) {
            if (event.event() instanceof LedgerContract.BalanceChangedV1 changed) {
                rows.change(changed.account(), row -> row.append("sum", row.get("sum", 0L) + changed.by()));
            }
        }
    }

    /** Every deposit there is one here. */
    private record Mirror(String context) implements CommandListener {

        @Override
        public String purpose() {
            return "mirror";
        }

        @Override
        public List<String> contexts() {
            return List.of(context);
        }

        @Override
        public List<Wanted> on(ContractRecord event) {
            return event.event() instanceof LedgerContract.BalanceChangedV1 changed
                    ? List.of(new Wanted("mirror", new Deposit("mirror", changed.by())))
                    : List.of();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theFollowerIsNeverAheadAndNothingIsDoneTwice(boolean embedded) throws Exception {
        String uri = embedded ? Backends.embeddedUri() : Backends.mongoUri();
        String prefix = Backends.freshName(TwoContextsBackupIT.class) + "_";
        String other = Backends.freshName(TwoContextsBackupIT.class) + "_";
        ContextSettings settings = Ledger.settings(TwoContextsBackupIT.class, uri)
                .withDatabases(prefix)
                .withKafka(KafkaSettings.plain(Backends.kafka()));
        ContextSpec publishing = Ledger.spec(bank)
                .publication(new LedgerPublication())
                .contractTypes(LedgerPublication.types(bank))
                .build();
        // its name comes last: read one after the other, its end would be the younger one of the two
        ContextSpec following = Ledger.spec("zz" + bank)
                .contractTypes(LedgerPublication.types(bank))
                .foreignViews(new Elsewhere(bank))
                .listener(_ -> new Mirror(bank))
                .build();
        var kek = KeyEncryptionKey.of("k1", KeyEncryptionKey.random());
        try (var here = new Vault(uri, prefix, folder, kek);
                var there = new Vault(uri, other, folder, kek)) {
            underLoad(publishing, following, settings, here);
            new TopicSetup(KafkaSettings.plain(Backends.kafka())).delete(List.of(bank));
            there.restore(null, null);
            putBack(publishing, following, settings.withDatabases(other), here);
        }
    }

    private static void underLoad(ContextSpec publishing, ContextSpec following, ContextSettings settings, Vault here)
            throws Exception {
        try (var bankRuntime = ContextRuntime.open(publishing, settings);
                var follower = ContextRuntime.open(following, settings)) {
            bankRuntime.start();
            follower.start();
            follower.commands().send(new OpenAccount("mirror", "mirror", Ledger.nameId("mirror"), DAY), act());
            bankRuntime.commands().send(new OpenAccount("a", "A", Ledger.nameId("A"), DAY), act());
            var stop = new AtomicBoolean();
            Thread load = Thread.ofVirtual().start(() -> {
                while (!stop.get()) {
                    bankRuntime.commands().send(new Deposit("a", 1), act());
                    // what is sent again takes its time afterwards
                    LockSupport.parkNanos(10_000_000);
                }
            });
            try {
                for (int backup = 0; backup < 5; backup++) {
                    long before = follower.log().nextPosition();
                    within(
                            PATIENCE,
                            "the follower goes on",
                            () -> follower.log().nextPosition() > before + 5);
                    here.write();
                }
            } finally {
                stop.set(true);
                load.join();
            }
        }
        for (Backups.Described each : here.backups(Vault.INSTALLATION).list()) {
            long deposits = next(each, publishing.name()) - 2;
            long mirrored = next(each, following.name()) - 2;
            assertThat(mirrored).as(each.streams().toString()).isPositive().isLessThanOrEqualTo(deposits);
        }
    }

    private static long next(Backups.Described backup, String context) {
        String line = backup.streams().stream()
                .filter(stream -> stream.startsWith(context + ":"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll(".*next position ([0-9]+),.*", "$1"));
    }

    private static void putBack(ContextSpec publishing, ContextSpec following, ContextSettings settings, Vault here) {
        Backups.Described newest = here.backups(Vault.INSTALLATION).list().getFirst();
        long deposits = next(newest, publishing.name()) - 2;
        try (var bankRuntime = ContextRuntime.open(publishing, settings);
                var follower = ContextRuntime.open(following, settings)) {
            PublishedHead head = bankRuntime.log().publishedHead();
            assertThat(newest.streams()).anyMatch(stream -> stream.endsWith(head.hash()));
            bankRuntime.start();
            follower.start();
            within(PATIENCE, "the rest is mirrored", () -> follower.log().nextPosition() >= 2 + deposits);
            within(PATIENCE, "the view is filled", () -> sum(follower) == deposits);
            bankRuntime.commands().send(new Deposit("a", 1), act());
            within(PATIENCE, "one more", () -> follower.log().nextPosition() >= 2 + deposits + 1);
            within(PATIENCE, "one more in the view", () -> sum(follower) == deposits + 1);
            assertThat(follower.log().nextPosition()).isEqualTo(2 + deposits + 1);
            assertThat(bankRuntime.verify()).isInstanceOf(Verification.Clean.class);
            assertThat(follower.verify()).isInstanceOf(Verification.Clean.class);
        }
    }

    private static long sum(ContextRuntime follower) {
        Document row = follower.views()
                .store()
                .collection("elsewhere")
                .find(new Document("_id", "a"))
                .first();
        return row == null ? 0 : row.get("sum", 0L);
    }
}
