package vn.thidua.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.platform.ledger.Ledger.act;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.context.ContextSettings;
import vn.thidua.platform.eventstore.PublishedHead;
import vn.thidua.platform.eventstore.Verification;
import vn.thidua.platform.files.FileLimits;
import vn.thidua.platform.files.FileStore;
import vn.thidua.platform.files.FileType;
import vn.thidua.platform.ledger.AccountCommand.Deposit;
import vn.thidua.platform.ledger.AccountCommand.OpenAccount;
import vn.thidua.platform.ledger.Ledger;
import vn.thidua.platform.sealing.KeyEncryptionKey;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.values.Sealed;

/** One context is written down and put back, elsewhere and in its own place; and what is not right is refused. */
abstract class BackupContract {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final FileLimits LIMITS = new FileLimits(10_000_000, EnumSet.allOf(FileType.class));

    @TempDir
    private Path folder = Path.of("");

    private final KeyEncryptionKey kek = KeyEncryptionKey.of("k1", KeyEncryptionKey.random());
    private final String prefix = Backends.freshName(BackupContract.class) + "_";
    private final String other = Backends.freshName(BackupContract.class) + "_";

    private Vault here;
    private Vault there;
    private ContextRuntime ledger;

    abstract String uri();

    private ContextSettings settings(String databases) {
        return Ledger.settings(getClass(), uri()).withDatabases(databases);
    }

    @BeforeEach
    void aLedgerRuns() {
        here = new Vault(uri(), prefix, folder.resolve("backups"), kek);
        there = new Vault(uri(), other, folder.resolve("backups"), kek);
        ledger = ContextRuntime.open(Ledger.spec().build(), settings(prefix));
        ledger.start();
        ledger.commands().send(new OpenAccount("a", "A", Ledger.nameId("A"), DAY), act());
        deposits(10);
    }

    private void deposits(int count) {
        for (int i = 0; i < count; i++) {
            ledger.commands().send(new Deposit("a", 1), act());
        }
    }

    @AfterEach
    void itEnds() {
        ledger.close();
        here.close();
        there.close();
    }

    @Test
    void itComesBackWithTheSameHeadAndGoesOn() {
        PublishedHead head = ledger.log().publishedHead();
        here.write();
        deposits(1);
        there.restore(null, null);
        assertThat(there.deleted).containsExactly(Ledger.CONTEXT);
        try (var restored = ContextRuntime.open(Ledger.spec().build(), settings(other))) {
            restored.start();
            assertThat(restored.log().publishedHead()).isEqualTo(head);
            assertThat(restored.verify()).isEqualTo(new Verification.Clean(11, head));
            restored.commands().send(new Deposit("a", 1), act());
            assertThat(restored.verify()).isInstanceOf(Verification.Clean.class);
        }
    }

    @Test
    void aSecondOneInTheFolderHoldsWhatIsNewAlone() throws IOException {
        here.write();
        List<String> first = parts();
        deposits(3);
        PublishedHead head = ledger.log().publishedHead();
        Backups.Described second = here.write();
        assertThat(parts()).containsAll(first).hasSize(first.size() + 1);
        assertThat(Files.size(largestNew(first))).isLessThan(second.bytes() / 2);
        assertThat(here.backups(Vault.INSTALLATION).list()).hasSize(2);

        there.restore(null, null);
        try (var restored = ContextRuntime.open(Ledger.spec().build(), settings(other))) {
            assertThat(restored.log().publishedHead()).isEqualTo(head);
        }
    }

    @Test
    void anEarlierOneCanBeTaken() {
        PublishedHead head = ledger.log().publishedHead();
        String first = here.write().id();
        deposits(3);
        here.write();
        there.restore(first, null);
        try (var restored = ContextRuntime.open(Ledger.spec().build(), settings(other))) {
            assertThat(restored.log().publishedHead()).isEqualTo(head);
        }
    }

    private Path largestNew(List<String> before) throws IOException {
        try (Stream<Path> files = Files.list(here.parts())) {
            return files.filter(file -> !before.contains(file.getFileName().toString()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<String> parts() throws IOException {
        try (Stream<Path> files = Files.list(here.parts())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void filesComeBackAndThoseTakenAwayDoNot() throws IOException {
        FileStore files = new FileStore(ledger.database(), here.ring(), Clock.systemUTC());
        byte[] content = "Nội dung\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        String kept = files.upload(new ByteArrayInputStream(content), "a.txt", "me", LIMITS)
                .id();
        String gone = files.upload(new ByteArrayInputStream(content), "b.txt", "me", LIMITS)
                .id();
        here.write();
        long before = bytes();
        files.erase(gone);
        here.write();
        assertThat(bytes() - before).as("pieces are written once").isLessThan(content.length / 2);

        there.restore(null, null);
        FileStore restored = new FileStore(there.database(Ledger.CONTEXT), there.ring(), Clock.systemUTC());
        try (var in = restored.open(kept).orElseThrow().bytes()) {
            assertThat(Arrays.equals(in.readAllBytes(), content)).isTrue();
        }
        assertThat(restored.find(gone)).isEmpty();
        assertThat(there.database(Ledger.CONTEXT)
                        .getCollection("fs.chunks")
                        .countDocuments(Filters.eq("files_id", gone)))
                .isZero();
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.list(here.parts())) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Test
    void whatNothingMakesAnewComesBackAndViewsAndTokensDoNot() {
        ledger.database().getCollection("refusals").insertOne(new Document("_id", "r1").append("code", "no"));
        ledger.database().getCollection("kept_urn").insertOne(new Document("_id", "u1"));
        ledger.database().getCollection("some_view_v1").insertOne(new Document("_id", "v1"));
        var tokens = ledger.database().getCollection("tokens");
        tokens.insertOne(token("react-when-something", 5));
        tokens.insertOne(token("some-view-v1", 5));
        ledger.database()
                .getCollection("parked")
                .insertOne(new Document("_id", "react-when-something/3").append("processor", "react-when-something"));
        here.write();
        there.restore(null, null);
        var restored = there.database(Ledger.CONTEXT);
        assertThat(restored.listCollectionNames())
                .contains("refusals", "kept_urn", "tokens", "parked")
                .doesNotContain("some_view_v1");
        assertThat(restored.getCollection("refusals").countDocuments()).isOne();
        assertThat(restored.getCollection("kept_urn").countDocuments()).isOne();
        assertThat(restored.getCollection("parked").countDocuments()).isOne();
        assertThat(restored.getCollection("tokens").find())
                .singleElement()
                .isEqualTo(new Document("_id", "react-when-something")
                        .append("position", 5L)
                        .append("owner", null)
                        .append("claimed", 0L));
    }

    private static Document token(String processor, long position) {
        return new Document("_id", processor)
                .append("position", position)
                .append("owner", "some-process")
                .append("claimed", 77L);
    }

    @Test
    void aBackupOlderThanAnErasureBringsNobodyBack() throws IOException {
        Sealed gone = here.ring().seal("person:gone", "Nguyễn Thị Gì Đó");
        Sealed stays = here.ring().seal("person:stays", "Lò Văn Ở Lại");
        String older = here.write().id();
        here.ring().destroy("person:gone");
        here.write();
        there.restore(older, null);
        assertThat(there.ring().open(gone)).isEmpty();
        assertThat(there.ring().open(stays)).hasValue("Lò Văn Ở Lại");
        try (Stream<Path> files = Files.list(here.keys())) {
            assertThat(files.filter(file -> file.getFileName().toString().endsWith(".jsonl")))
                    .hasSize(1);
        }
    }

    @Test
    void whatIsThereIsTakenAwayOnlyWithTheNameOfTheInstallation() {
        PublishedHead head = ledger.log().publishedHead();
        here.write();
        deposits(2);
        ledger.database().getCollection("some_view_v1").insertOne(new Document("_id", "v1"));
        PublishedHead later = ledger.log().publishedHead();
        assertThatThrownBy(() -> here.restore(null, null))
                .isInstanceOfSatisfying(BackupRefusedException.class, refused -> assertThat(refused.vietnamese())
                        .contains("ledger", "--over " + Vault.INSTALLATION));
        assertThatThrownBy(() -> here.restore(null, "another")).isInstanceOf(BackupRefusedException.class);
        assertThat(ledger.log().publishedHead()).isEqualTo(later);
        ledger.close();

        here.restore(null, Vault.INSTALLATION);
        assertThat(here.database(Ledger.CONTEXT).listCollectionNames()).doesNotContain("some_view_v1");
        try (var restored = ContextRuntime.open(Ledger.spec().build(), settings(prefix))) {
            assertThat(restored.verify()).isEqualTo(new Verification.Clean(11, head));
        }
    }

    @Test
    void aRestoreThatBrokeOffLetsNobodyInAndIsRunAgain() {
        PublishedHead head = ledger.log().publishedHead();
        here.write();
        var breaking = new Backups.Around() {
            @Override
            public void deleteTopics(List<String> contexts) {
                throw new IllegalStateException("Kafka is away");
            }

            @Override
            public void say(String words) {}
        };
        assertThatThrownBy(() -> there.restore(null, null, breaking)).hasMessage("Kafka is away");
        assertThatThrownBy(() -> ContextRuntime.open(Ledger.spec().build(), settings(other)))
                .hasMessageContaining("run the restore again");
        assertThatThrownBy(there::write).isInstanceOf(BackupRefusedException.class);
        there.restore(null, null);
        try (var restored = ContextRuntime.open(Ledger.spec().build(), settings(other))) {
            assertThat(restored.verify()).isEqualTo(new Verification.Clean(11, head));
        }
    }

    @Test
    void everyPartThatWasChangedCutOffOrTakenAwayIsNamedBeforeAnythingIsWritten() throws IOException {
        ledger.database().getCollection("refusals").insertOne(new Document("_id", "r1").append("code", "no"));
        FileStore files = new FileStore(ledger.database(), here.ring(), Clock.systemUTC());
        files.upload(new ByteArrayInputStream(new byte[] {65, 66}), "a.txt", "me", LIMITS);
        here.write();
        assertThat(parts()).hasSize(4);
        for (String name : parts()) {
            Path part = here.parts().resolve(name);
            byte[] bytes = Files.readAllBytes(part);
            byte[] changed = bytes.clone();
            changed[bytes.length / 2] ^= 1;
            refused(part, changed, name);
            refused(part, Arrays.copyOf(bytes, bytes.length - 7), name);
            Files.delete(part);
            refused(name);
            Files.write(part, bytes);
        }
        there.restore(null, null);
    }

    @Test
    void aManifestThatWasChangedIsRefused() throws IOException {
        here.write();
        Path manifest;
        try (Stream<Path> all = Files.list(folder.resolve("backups/backups"))) {
            manifest = all.findFirst().orElseThrow();
        }
        String text = Files.readString(manifest);
        refused(
                manifest,
                text.replace("\"commits\":11", "\"commits\":12").getBytes(StandardCharsets.UTF_8),
                "secret of the installation");
        refused(manifest, text.lines().findFirst().orElseThrow().getBytes(StandardCharsets.UTF_8), "cut off");
        Files.writeString(manifest, text);
        there.restore(null, null);
    }

    private void refused(Path file, byte[] content, String words) throws IOException {
        Files.write(file, content);
        refused(words);
    }

    private void refused(String words) {
        assertThatThrownBy(() -> there.restore(null, null))
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageContaining(words);
        assertThat(there.contexts()).isEmpty();
    }

    @Test
    void whatABrokenOffBackupLeftIsClearedAwayByTheNext() throws IOException {
        here.write();
        Files.writeString(here.parts().resolve("ledger-commits-0-x.bson"), "half");
        Files.writeString(here.parts().resolve("ledger-commits-9-y.bson.part"), "less");
        here.write();
        assertThat(parts()).noneMatch(name -> name.contains("-x.bson") || name.contains("-y.bson"));
    }

    @Test
    void aLogThatSomebodyChangedIsNotBackedUp() {
        ledger.database().getCollection("commits").updateOne(Filters.eq("_id", 6L), Updates.set("note", 1));
        assertThatThrownBy(here::write)
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageContaining("verify");
    }

    @Test
    void aLogWhoseTailWasCutOffIsNotBackedUp() {
        ledger.close();
        here.database(Ledger.CONTEXT).getCollection("commits").deleteOne(Filters.eq("_id", 11L));
        assertThatThrownBy(here::write)
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageContaining("verify");
    }

    @Test
    void aFirstBackupKilledAtItsFirstStepIsBegunAgain() throws IOException {
        Files.createDirectories(folder.resolve("backups"));
        Files.writeString(folder.resolve("backups/thidua-backup.json.part"), "{\"for");
        here.write();
        there.restore(null, null);
        assertThat(there.contexts()).containsExactly(Ledger.CONTEXT);
    }

    @Test
    void aFolderOfSomethingElseOrOfAnotherInstallationIsLeftAlone() throws IOException {
        Files.createDirectories(folder.resolve("backups"));
        Files.writeString(folder.resolve("backups/letter.txt"), "x");
        assertThatThrownBy(here::write)
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageContaining("empty");
        Files.delete(folder.resolve("backups/letter.txt"));
        here.write();
        assertThatThrownBy(() -> here.backups("another").write(here.keys(), here.ring(), here.places()))
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageContaining("another");
    }
}
