package vn.thidua.platform.backup;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import vn.thidua.platform.backup.Manifest.Kind;
import vn.thidua.platform.backup.Manifest.Part;
import vn.thidua.platform.backup.Manifest.Stream;
import vn.thidua.platform.eventstore.ChainHeads;
import vn.thidua.platform.eventstore.EventLog;
import vn.thidua.platform.eventstore.Verification;

/** Writes a backup that was checked into databases that are empty by then. */
final class RestoreRun {

    private static final int BATCH = 500;
    private static final long BATCH_BYTES = 16_000_000;

    private final Folder folder;
    private final Manifest manifest;
    private final Stores stores;

    RestoreRun(Folder folder, Manifest manifest, Stores stores) {
        this.folder = folder;
        this.manifest = manifest;
        this.stores = stores;
    }

    /** Takes away what is there: logs, views, tokens, sessions. The keys stay. */
    void clear() {
        for (String name : stores.dropped()) {
            MongoDatabase database = stores.database(name);
            // one by one: a server that breaks off in between must not leave the first ones half there
            for (String collection : database.listCollectionNames().into(new ArrayList<>())) {
                if (!collection.startsWith("system.")) {
                    database.getCollection(collection).drop();
                }
            }
            database.drop();
        }
    }

    void write(Consumer<String> progress) {
        for (Stream stream : manifest.streams()) {
            try (EventLog log = stores.log(stream.context())) {
                for (Part part : manifest.parts(Kind.COMMITS, stream.context())) {
                    insert(part, _ -> true);
                }
                files(stream.context());
                rows(stream);
                Verification found = log.verify(stream.head());
                if (!(found instanceof Verification.Clean(var commits, var head)) || !head.equals(stream.head())) {
                    throw new IllegalStateException("the chain of " + stream.context() + " does not fit: " + found);
                }
                new ChainHeads(log, stores.database(Stores.HEADS), Clock.systemUTC(), Duration.ofMinutes(1)).publish();
                progress.accept(stream.context() + ": " + commits + " commits, head " + head.hash());
            }
        }
    }

    private interface Filter {
        boolean takes(RawBsonDocument document);
    }

    private void files(String context) {
        Set<String> known = new HashSet<>();
        for (Part part : manifest.parts(Kind.ROWS, context)) {
            if (part.collection().equals(FilesCopy.FILES)) {
                PartReader.read(folder.parts(), part, file -> known.add(FilesCopy.id(file)));
            }
        }
        Set<String> there = new HashSet<>();
        for (Part part : manifest.parts(Kind.PIECES, context)) {
            // files that were taken away since stay behind; a backup that saw one go may hold pieces of it twice
            insert(
                    part,
                    piece -> known.contains(piece.getString("files_id").getValue())
                            && there.add(piece.getString("files_id").getValue() + "/"
                                    + piece.getNumber("n").intValue()));
        }
    }

    private void rows(Stream stream) {
        for (Part part : manifest.parts(Kind.ROWS, stream.context())) {
            if (part.collection().equals(Places.TOKENS)) {
                tokens(stream, part);
            } else {
                insert(part, _ -> true);
            }
        }
    }

    /** Nobody has claimed them here yet. */
    private void tokens(Stream stream, Part part) {
        MongoCollection<BsonDocument> tokens =
                stores.database(stream.context()).getCollection(Places.TOKENS, BsonDocument.class);
        PartReader.read(folder.parts(), part, row -> {
            BsonDocument token = row.decode(new BsonDocumentCodec());
            long position = Math.min(token.getInt64("position").getValue(), stream.next() - 1);
            tokens.insertOne(token.append("position", new BsonInt64(position))
                    .append("owner", BsonNull.VALUE)
                    .append("claimed", new BsonInt64(0)));
        });
    }

    private void insert(Part part, Filter filter) {
        MongoCollection<RawBsonDocument> to =
                stores.database(part.context()).getCollection(part.collection(), RawBsonDocument.class);
        var batch = new Batch(to);
        PartReader.read(folder.parts(), part, document -> {
            if (filter.takes(document)) {
                batch.add(document);
            }
        });
        batch.flush();
    }

    private static final class Batch {

        private final MongoCollection<RawBsonDocument> to;
        private final List<RawBsonDocument> waiting = new ArrayList<>();
        private long bytes;

        Batch(MongoCollection<RawBsonDocument> to) {
            this.to = to;
        }

        void add(RawBsonDocument document) {
            waiting.add(document);
            bytes += document.getByteBuffer().remaining();
            if (waiting.size() == BATCH || bytes > BATCH_BYTES) {
                flush();
            }
        }

        void flush() {
            if (!waiting.isEmpty()) {
                to.insertMany(waiting, new InsertManyOptions().ordered(true));
                waiting.clear();
                bytes = 0;
            }
        }
    }
}
