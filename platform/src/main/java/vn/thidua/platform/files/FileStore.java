package vn.thidua.platform.files;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.platform.sealing.SealBrokenException;
import vn.thidua.platform.sealing.SubjectKey;
import vn.thidua.platform.sealing.SubjectKeys;
import vn.thidua.platform.text.Text;
import vn.thidua.platform.values.RejectedException;

/**
 * The files of one context: GridFS in its database, each file sealed with a key of its own ({@code file:<id>}). Bytes go
 * through in pieces; no file is ever in memory as a whole, and none is to be seen before it is complete.
 *
 * <p>A file lives as long as something refers to it, and {@link #UNREFERRED} longer. Who may see it is for the resource
 * that refers to it to say. What the database does not answer is thrown as the driver's exception.
 *
 * <p>{@code fs.files}: {@code {_id, length, chunkSize, uploadDate, metadata: {name (sealed), type, size, sha256, owner,
 * refs, lone, going}}}; {@code uploads}: what has begun and is not complete.
 */
public final class FileStore {

    /** How long a file stays to which nothing refers. */
    public static final Duration UNREFERRED = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);
    private static final int LONGEST_NAME = 200;
    private static final String ID = "_id";
    private static final String METADATA = "metadata";
    private static final String REFS = METADATA + ".refs";
    private static final String LONE = METADATA + ".lone";
    private static final String GOING = METADATA + ".going";
    private static final String BEGUN = "at";

    private final MongoCollection<Document> files;
    private final MongoCollection<Document> uploads;
    private final Chunks chunks;
    private final SubjectKeys keys;
    private final InstantSource clock;

    /**
     * @param database of the context
     */
    public FileStore(MongoDatabase database, SubjectKeys keys, InstantSource clock) {
        MongoDatabase sure = database.withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary())
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.files = sure.getCollection("fs.files");
        this.uploads = sure.getCollection("uploads");
        this.chunks = new Chunks(sure.getCollection("fs.chunks"));
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Takes a file in. It counts as unreferred from now on.
     *
     * @param declaredName as the sender calls it; a path before it is cut off
     * @param owner id of who sends it
     * @throws RejectedException with a {@link FileRejection}, if it is empty, too large or of a type not allowed
     * @throws IOException if the sender breaks off; nothing is kept
     */
    public StoredFile upload(InputStream from, String declaredName, String owner, FileLimits limits)
            throws IOException {
        String id = UUID.randomUUID().toString();
        uploads.insertOne(new Document(ID, id).append(BEGUN, Date.from(clock.instant())));
        boolean complete = false;
        try {
            StoredFile file = store(id, from, name(declaredName), owner, limits);
            complete = true;
            uploads.deleteOne(Filters.eq(ID, id));
            return file;
        } finally {
            if (!complete) {
                giveUp(id);
            }
        }
    }

    private StoredFile store(String id, InputStream from, String name, String owner, FileLimits limits)
            throws IOException {
        SubjectKey key = keys.keyOf(subject(id));
        MessageDigest digest = sha256();
        var type = new TypeFinder();
        Chunks.Writer writer = chunks.write(id, key);
        byte[] piece = new byte[Chunks.PLAIN_BYTES];
        byte[] following = new byte[Chunks.PLAIN_BYTES];
        long size = 0;
        int length = from.readNBytes(piece, 0, piece.length);
        if (length == 0) {
            throw new RejectedException(new FileRejection.FileEmpty());
        }
        while (length > 0) {
            size += length;
            if (size > limits.bytes()) {
                throw new RejectedException(new FileRejection.FileTooLarge(limits.bytes()));
            }
            digest.update(piece, 0, length);
            type.take(piece, length);
            int more = length < piece.length ? 0 : from.readNBytes(following, 0, following.length);
            writer.add(piece, length, more == 0);
            byte[] spare = piece;
            piece = following;
            following = spare;
            length = more;
        }
        var file = new StoredFile(
                id,
                name,
                allowed(typeOf(id, key, size, type), limits),
                size,
                HexFormat.of().formatHex(digest.digest()),
                owner,
                clock.instant());
        files.insertOne(document(file, key, writer.written()));
        return file;
    }

    /** An archive whose table of parts stands behind the first piece has to be read again. */
    private FileType typeOf(String id, SubjectKey key, long size, TypeFinder finder) {
        FileType found = finder.found();
        if (found == FileType.ZIP && size > Chunks.PLAIN_BYTES) {
            FileType office = TypeFinder.office(chunks.read(id, key, size));
            return office == null ? found : office;
        }
        return found;
    }

    private static FileType allowed(FileType found, FileLimits limits) {
        if (!limits.types().contains(found)) {
            throw new RejectedException(new FileRejection.FileTypeNotAllowed(found, limits.types()));
        }
        return found;
    }

    private void giveUp(String id) {
        try {
            remove(id);
        } catch (RuntimeException e) {
            // nothing of it is to be seen; the next sweep takes the rest
            LOG.warn("the rest of a broken-off upload stays until the next sweep", e);
        }
    }

    private static Document document(StoredFile file, SubjectKey key, long written) {
        byte[] name = file.name().getBytes(StandardCharsets.UTF_8);
        return new Document(ID, file.id())
                .append("length", written)
                .append("chunkSize", Chunks.SEALED_BYTES)
                .append("uploadDate", Date.from(file.at()))
                .append("filename", file.id())
                .append(
                        METADATA,
                        new Document("name", new Binary(key.seal(name, name.length, namePlace(file.id()))))
                                .append("type", file.type().name())
                                .append("size", file.size())
                                .append("sha256", file.sha256())
                                .append("owner", file.owner())
                                .append("refs", List.of())
                                .append("lone", Date.from(file.at())));
    }

    /**
     * What is known of a file; empty if there is none, or no more.
     *
     * @throws SealBrokenException if its name was changed
     */
    public Optional<StoredFile> find(String id) {
        return standing(id).flatMap(found -> key(id).map(key -> file(found, key)));
    }

    /**
     * A file and its bytes; empty if there is none, or no more. A download that has begun goes on when the file is
     * erased meanwhile, as far as its pieces are still there.
     */
    public Optional<FileContent> open(String id) {
        return standing(id).flatMap(found -> key(id).map(key -> {
            StoredFile file = file(found, key);
            return new FileContent(file, chunks.read(id, key, file.size()));
        }));
    }

    private Optional<Document> standing(String id) {
        return Optional.ofNullable(files.find(Filters.eq(ID, id)).first())
                .filter(found -> !found.get(METADATA, Document.class).containsKey("going"));
    }

    private Optional<SubjectKey> key(String id) {
        return keys.existingKeyOf(subject(id));
    }

    private static StoredFile file(Document found, SubjectKey key) {
        String id = found.getString(ID);
        Document metadata = found.get(METADATA, Document.class);
        byte[] name = key.open(metadata.get("name", Binary.class).getData(), namePlace(id));
        return new StoredFile(
                id,
                new String(name, StandardCharsets.UTF_8),
                FileType.valueOf(metadata.getString("type")),
                metadata.getLong("size"),
                metadata.getString("sha256"),
                metadata.getString("owner"),
                found.getDate("uploadDate").toInstant());
    }

    /**
     * Something refers to the file from now on: it stays. Called again it does nothing. To be called before the command
     * that refers to it is sent, and taken back with {@link #release} if that is refused.
     *
     * @param by what refers, as {@code import:0190...}
     * @throws RejectedException with {@link FileRejection.FileUnknown} if there is no such file, or no more
     */
    public void refer(String id, String by) {
        Bson standing = Filters.and(Filters.eq(ID, id), Filters.exists(GOING, false));
        if (files.updateOne(standing, Updates.addToSet(REFS, by)).getMatchedCount() == 0) {
            throw new RejectedException(new FileRejection.FileUnknown());
        }
    }

    /** It refers to it no more; when nothing does, the file goes {@link #UNREFERRED} later. Does nothing if it is gone. */
    public void release(String id, String by) {
        files.updateOne(
                Filters.eq(ID, id),
                Updates.combine(Updates.pull(REFS, by), Updates.set(LONE, Date.from(clock.instant()))));
    }

    /**
     * Removes what nothing refers to for {@link #UNREFERRED}, what is left of broken-off uploads of that age, and what an
     * earlier run or erasure left behind.
     *
     * @return how many files
     */
    public int sweep(Instant now) {
        Date before = Date.from(now.minus(UNREFERRED));
        Bson lone = Filters.and(Filters.eq(REFS, List.of()), Filters.lte(LONE, before));
        int removed = 0;
        for (String id : ids(files, Filters.or(lone, Filters.eq(GOING, true)))) {
            // asked again in the same step that decides: something may refer to it by now
            Bson still = Filters.and(Filters.eq(ID, id), Filters.or(lone, Filters.eq(GOING, true)));
            if (files.updateOne(still, Updates.set(GOING, true)).getMatchedCount() == 1) {
                remove(id);
                removed++;
            }
        }
        for (String id : ids(uploads, Filters.lte(BEGUN, before))) {
            @Nullable Document file = files.find(Filters.eq(ID, id)).first();
            if (file == null) {
                remove(id);
                removed++;
            } else {
                uploads.deleteOne(Filters.eq(ID, id));
            }
        }
        return removed;
    }

    /** Destroys the file's key and removes its bytes, whatever refers to it. Called again it does nothing. */
    public void erase(String id) {
        if (files.updateOne(Filters.eq(ID, id), Updates.set(GOING, true)).getMatchedCount() == 1) {
            remove(id);
        }
    }

    /** The key first: what is left if this breaks off cannot be read. The row last: by it the next sweep finds the rest. */
    private void remove(String id) {
        keys.destroy(subject(id));
        chunks.delete(id);
        files.deleteOne(Filters.eq(ID, id));
        uploads.deleteOne(Filters.eq(ID, id));
    }

    private static List<String> ids(MongoCollection<Document> in, Bson filter) {
        return in.find(filter)
                .projection(new Document(ID, 1))
                .map(found -> found.getString(ID))
                .into(new ArrayList<>());
    }

    private static String name(String declared) {
        String last = declared.substring(Math.max(declared.lastIndexOf('/'), declared.lastIndexOf('\\')) + 1);
        String clean = Text.clean(last);
        int end = clean.offsetByCodePoints(0, Math.min(LONGEST_NAME, clean.codePointCount(0, clean.length())));
        return clean.isEmpty() ? "tep" : clean.substring(0, end);
    }

    private static String subject(String id) {
        return "file:" + id;
    }

    private static String namePlace(String id) {
        return "name of " + id;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
