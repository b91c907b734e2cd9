package vn.thidua.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.sealing.KeyEncryptionKey;
import vn.thidua.platform.sealing.MongoKeyRing;
import vn.thidua.platform.values.RejectedException;

/** What the file store promises, whatever server it stands on. */
abstract class FileStoreContract {

    private static final String SECRET = "Danh sách cán bộ: Nguyễn Thị Hòa, 001085012345\n";
    private static final FileLimits ANY = new FileLimits(64L << 20, java.util.Set.of(FileType.values()));
    private static final Duration DAY = Duration.ofHours(24);

    private Instant now = Instant.parse("2026-07-01T08:00:00Z");
    MongoDatabase database;
    private MongoKeyRing ring;
    private FileStore store;

    abstract MongoDatabase freshDatabase();

    abstract int megabytes();

    @BeforeEach
    void open() {
        database = freshDatabase();
        ring = MongoKeyRing.open(
                freshDatabase(), KeyEncryptionKey.of("k1", KeyEncryptionKey.random()), List.of(), () -> now);
        store = new FileStore(database, ring, () -> now);
    }

    private MongoCollection<Document> pieces() {
        return database.getCollection("fs.chunks");
    }

    private StoredFile put(byte[] bytes) {
        try {
            return store.upload(new ByteArrayInputStream(bytes), "a.bin", "p1", ANY);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private StoredFile put(String text) {
        return put(text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] get(String id) throws IOException {
        try (FileContent content = store.open(id).orElseThrow()) {
            return content.bytes().readAllBytes();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private void assertNothingIsLeft() {
        assertThat(pieces().countDocuments()).isZero();
        assertThat(database.getCollection("fs.files").countDocuments()).isZero();
        assertThat(database.getCollection("uploads").countDocuments()).isZero();
    }

    @Test
    void whatIsTakenInIsGivenBack() throws Exception {
        byte[] bytes = SECRET.repeat(3).getBytes(StandardCharsets.UTF_8);
        StoredFile file = store.upload(new ByteArrayInputStream(bytes), "C:\\tệp\\Danh sách\u0000.csv ", "p1", ANY);

        assertThat(file.name()).isEqualTo("Danh sách.csv");
        assertThat(file.type()).isEqualTo(FileType.TEXT);
        assertThat(file.size()).isEqualTo(bytes.length);
        assertThat(file.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        assertThat(file.at()).isEqualTo(now);
        assertThat(get(file.id())).isEqualTo(bytes);
        assertThat(store.find(file.id())).contains(file);
        assertThat(store.find("unknown")).isEmpty();
        assertThat(store.open("unknown")).isEmpty();
        assertThat(database.getCollection("uploads").countDocuments()).isZero();
    }

    @Test
    void everyLengthAroundThePiecesComesBack() throws Exception {
        for (int length :
                new int[] {1, Chunks.PLAIN_BYTES - 1, Chunks.PLAIN_BYTES, Chunks.PLAIN_BYTES + 1, 5 * Chunks.PLAIN_BYTES
                }) {
            byte[] bytes = random(length);
            StoredFile file = put(bytes);
            assertThat(get(file.id())).isEqualTo(bytes);
            assertThat(pieces().countDocuments(Filters.eq("files_id", file.id())))
                    .isEqualTo(Chunks.count(length));
        }
    }

    @Test
    void nothingIsStoredInTheClear() {
        StoredFile file = put(SECRET.repeat(10_000));
        List<Document> stored = new ArrayList<>();
        for (String name : database.listCollectionNames()) {
            database.getCollection(name).find().into(stored);
        }
        assertThat(stored).hasSizeGreaterThan(2);
        byte[] plain = SECRET.substring(0, 12).getBytes(StandardCharsets.UTF_8);
        for (Document document : stored) {
            assertThat(document.toJson()).doesNotContain("a.bin");
            if (document.get("data") instanceof Binary data) {
                assertThat(indexOf(data.getData(), plain)).isNegative();
            }
        }
        assertThat(file.type()).isEqualTo(FileType.TEXT);
    }

    private static int indexOf(byte[] in, byte[] what) {
        for (int at = 0; at <= in.length - what.length; at++) {
            if (Arrays.equals(in, at, at + what.length, what, 0, what.length)) {
                return at;
            }
        }
        return -1;
    }

    @Test
    void theLayoutIsThatOfGridFs() {
        StoredFile file = put(random(3 * Chunks.PLAIN_BYTES + 5));
        var out = new ByteArrayOutputStream();
        GridFSBuckets.create(database).downloadToStream(new BsonString(file.id()), out);
        assertThat(out.size()).isEqualTo(file.size() + 4 * 28);
    }

    @Test
    void officeDocumentsAreKnownWhereverTheirTableOfPartsStands() {
        assertThat(put(SampleFiles.docx(700_000, false)).type()).isEqualTo(FileType.DOCX);
        assertThat(put(SampleFiles.xlsx(700_000, true)).type()).isEqualTo(FileType.XLSX);
        assertThat(put(SampleFiles.zip("a", random(700_000), "b", random(9))).type())
                .isEqualTo(FileType.ZIP);
    }

    @Test
    void whatIsNotAllowedIsRefusedAndLeavesNothing() {
        FileLimits documents = FileLimits.of(1000, FileType.PDF, FileType.DOCX);
        assertRefused("%PDF-1.7" + "x".repeat(1000), documents, "file-too-large");
        assertRefused("a text", documents, "file-type-not-allowed");
        assertRefused("", documents, "file-empty");
        assertNothingIsLeft();
    }

    private void assertRefused(String content, FileLimits limits, String code) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> store.upload(new ByteArrayInputStream(bytes), "bai.pdf", "p1", limits))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.rejection().code()).isEqualTo(code));
    }

    @Test
    void theSizeIsWatchedWhileItIsRead() {
        var endless = new InputStream() {
            long given;

            @Override
            public int read() {
                given++;
                return 'x';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                given += length;
                Arrays.fill(into, offset, offset + length, (byte) 'x');
                return length;
            }
        };
        FileLimits limits = FileLimits.of(2L << 20, FileType.TEXT);
        assertThatThrownBy(() -> store.upload(endless, "x", "p1", limits)).isInstanceOf(RejectedException.class);
        assertThat(endless.given).isLessThan(3L << 20);
        assertNothingIsLeft();
    }

    @Test
    void aBrokenOffUploadLeavesNothing() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("connection reset");
            }
        };
        InputStream breaking =
                new SequenceInputStream(new ByteArrayInputStream(random(6 * Chunks.PLAIN_BYTES)), broken);
        assertThatThrownBy(() -> store.upload(breaking, "x", "p1", ANY)).hasMessage("connection reset");
        assertNothingIsLeft();
    }

    @Test
    void theRestOfAnUploadThatDiedWithItsProcessIsSwept() {
        database.getCollection("uploads").insertOne(new Document("_id", "dead").append("at", java.util.Date.from(now)));
        pieces().insertOne(new Document("files_id", "dead").append("n", 0).append("data", new Binary(new byte[9])));
        assertThat(store.open("dead")).isEmpty();
        assertThat(store.sweep(now.plus(DAY).minusSeconds(1))).isZero();
        assertThat(store.sweep(now.plus(DAY))).isEqualTo(1);
        assertNothingIsLeft();
    }

    @Test
    void largeFilesGoThroughInPieces() throws Exception {
        long size = (long) megabytes() << 20;
        var source = new InputStream() {
            private final Random bytes = new Random(3);
            long given;
            long mostAhead;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (given == size) {
                    return -1;
                }
                if (given % (4L << 20) == 0) {
                    long stored = pieces().countDocuments() * Chunks.PLAIN_BYTES;
                    mostAhead = Math.max(mostAhead, given - stored);
                }
                int now = (int) Math.min(64 * 1024, Math.min(length, size - given));
                for (int i = 0; i < now; i++) {
                    into[offset + i] = (byte) bytes.nextInt();
                }
                given += now;
                return now;
            }
        };
        StoredFile file = store.upload(source, "large", "p1", ANY);
        assertThat(file.size()).isEqualTo(size);
        // what has been read and is not stored yet is all that memory ever holds
        assertThat(source.mostAhead).isLessThanOrEqualTo(6L * Chunks.PLAIN_BYTES);

        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        long read = 0;
        try (FileContent content = store.open(file.id()).orElseThrow()) {
            byte[] block = new byte[100_000];
            for (int n = content.bytes().read(block);
                    n >= 0;
                    n = content.bytes().read(block)) {
                digest.update(block, 0, n);
                read += n;
                assertThat(content.bytes().available()).isLessThanOrEqualTo(Chunks.PLAIN_BYTES);
            }
        }
        assertThat(read).isEqualTo(size);
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(file.sha256());
    }

    @Test
    void whateverIsDoneToThePiecesIsFound() {
        for (int harm = 0; harm < 6; harm++) {
            StoredFile file = put(random(3 * Chunks.PLAIN_BYTES));
            StoredFile other = put(random(3 * Chunks.PLAIN_BYTES));
            damage(harm, file.id(), other.id());
            assertThatThrownBy(() -> get(file.id())).as("harm " + harm).isInstanceOf(FileDamagedException.class);
        }
    }

    private void damage(int harm, String file, String other) {
        switch (harm) {
            case 0 -> pieces().deleteOne(piece(file, 2));
            case 1 -> {
                // cut at a piece, and the row made to fit
                pieces().deleteOne(piece(file, 2));
                database.getCollection("fs.files")
                        .updateOne(Filters.eq("_id", file), Updates.set("metadata.size", 2L * Chunks.PLAIN_BYTES));
            }
            case 2 -> {
                Object first = data(file, 0);
                pieces().updateOne(piece(file, 0), Updates.set("data", data(file, 1)));
                pieces().updateOne(piece(file, 1), Updates.set("data", first));
            }
            case 3 -> pieces().updateOne(piece(file, 1), Updates.set("data", data(other, 1)));
            case 4 -> {
                byte[] changed = data(file, 1).getData().clone();
                changed[100] ^= 1;
                pieces().updateOne(piece(file, 1), Updates.set("data", new Binary(changed)));
            }
            default -> pieces().updateOne(piece(file, 2), Updates.set("data", new Binary(new byte[3])));
        }
    }

    private static org.bson.conversions.Bson piece(String file, int number) {
        return Filters.and(Filters.eq("files_id", file), Filters.eq("n", number));
    }

    private Binary data(String file, int number) {
        Document found = pieces().find(piece(file, number)).first();
        assertThat(found).isNotNull();
        return found.get("data", Binary.class);
    }

    @Test
    void whatNothingRefersToGoesAfterADay() {
        StoredFile lone = put(SECRET);
        StoredFile kept = put(SECRET);
        store.refer(kept.id(), "import:1");
        store.refer(kept.id(), "import:1");
        store.refer(kept.id(), "plan:2");

        assertThat(store.sweep(now.plus(DAY).minusSeconds(1))).isZero();
        assertThat(store.sweep(now.plus(DAY))).isEqualTo(1);
        assertThat(store.open(lone.id())).isEmpty();
        assertThat(store.open(kept.id())).isPresent();
        assertThat(pieces().countDocuments()).isEqualTo(1);

        now = now.plus(Duration.ofDays(30));
        store.release(kept.id(), "import:1");
        assertThat(store.sweep(now.plus(DAY))).isZero();
        now = now.plus(Duration.ofDays(1));
        store.release(kept.id(), "plan:2");
        store.release(kept.id(), "plan:2");
        assertThat(store.sweep(now.plus(DAY).minusSeconds(1))).isZero();
        assertThat(store.sweep(now.plus(DAY))).isEqualTo(1);
        assertNothingIsLeft();
        store.release(kept.id(), "plan:2");
    }

    @Test
    void whatIsGoneCannotBeReferredTo() {
        StoredFile file = put(SECRET);
        store.erase(file.id());
        for (String id : List.of(file.id(), "unknown")) {
            assertThatThrownBy(() -> store.refer(id, "import:1"))
                    .isInstanceOfSatisfying(RejectedException.class, e -> assertThat(e.rejection())
                            .isEqualTo(new FileRejection.FileUnknown()));
        }
    }

    @Test
    void anErasedFileIsGoneWhateverRefersToIt() {
        StoredFile file = put(SECRET);
        store.refer(file.id(), "import:1");
        List<Document> backup = pieces().find().into(new ArrayList<>());
        Document row = database.getCollection("fs.files").find().first();
        assertThat(row).isNotNull();

        store.erase(file.id());
        store.erase(file.id());

        assertNothingIsLeft();
        assertThat(store.open(file.id())).isEmpty();
        // and a backup of its bytes cannot be read any more
        pieces().insertMany(backup);
        database.getCollection("fs.files").insertOne(row);
        assertThat(store.open(file.id())).isEmpty();
        assertThat(store.find(file.id())).isEmpty();
    }

    @Test
    void anErasureThatBrokeOffIsFinishedByTheNextSweep() {
        StoredFile file = put(SECRET);
        store.refer(file.id(), "import:1");
        database.getCollection("fs.files").updateOne(Filters.eq("_id", file.id()), Updates.set("metadata.going", true));
        assertThat(store.open(file.id())).isEmpty();
        assertThat(store.sweep(now)).isEqualTo(1);
        assertNothingIsLeft();
    }
}
