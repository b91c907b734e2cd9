package vn.thidua.platform.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.backup.Manifest.Kind;
import vn.thidua.platform.backup.Manifest.Part;
import vn.thidua.platform.backup.Manifest.Stream;
import vn.thidua.platform.eventstore.ChainHeads;
import vn.thidua.platform.eventstore.ChainWalk;
import vn.thidua.platform.eventstore.EventLog;
import vn.thidua.platform.eventstore.PublishedHead;

/**
 * Writes one backup, of a system that runs or of one at rest. The order is what makes it consistent: first how far the
 * policies have come, then the ends of all logs at one moment, then the logs up to there, and the files that they refer to
 * last; keys come behind all of it.
 */
final class BackupRun {

    /** A file grows to about this size; more goes into the next one. */
    private static final long PART_BYTES = 256L * 1024 * 1024;

    private final Folder folder;
    private final Stores stores;
    private final String id;
    private final @Nullable Manifest base;
    private final List<Part> parts = new ArrayList<>();
    private final List<Stream> streams = new ArrayList<>();

    /** @param base the newest backup in the folder: what it holds of the logs and of files is not written again */
    BackupRun(Folder folder, Stores stores, String id, @Nullable Manifest base) {
        this.folder = folder;
        this.stores = stores;
        this.id = id;
        this.base = base;
    }

    /** Copies everything but the keys. */
    void copy() {
        List<String> contexts = stores.contexts();
        Map<String, Places> places = Places.read(stores, contexts);
        requireWitnessed(contexts);
        Map<String, PublishedHead> cut = Cut.take(stores, contexts);
        for (String context : contexts) {
            @Nullable PublishedHead head = cut.get(context);
            if (head != null) {
                commits(context, head);
            }
        }
        for (String context : contexts) {
            if (cut.containsKey(context)) {
                new FilesCopy(this, context).copy();
                Places reached = places.get(context);
                rows(context, Places.TOKENS, reached == null ? List.of() : reached.tokens());
                rows(context, Places.PARKED, reached == null ? List.of() : reached.parked());
                for (String collection : Kept.collections(stores.database(context))) {
                    collection(context, collection);
                }
            }
        }
    }

    /** A log that was cut off or exchanged must not take the place of a whole one. */
    private void requireWitnessed(List<String> contexts) {
        for (String context : contexts) {
            try (EventLog log = stores.log(context)) {
                Optional<PublishedHead> published = new ChainHeads(
                                log,
                                stores.database(Stores.HEADS),
                                java.time.Clock.systemUTC(),
                                java.time.Duration.ofMinutes(1))
                        .newest();
                if (published.isPresent() && !log.headAt(published.get().next()).equals(published)) {
                    throw broken(context, published.get().next());
                }
            }
        }
    }

    private static BackupRefusedException broken(String context, long position) {
        return new BackupRefusedException(
                "Nhật ký của " + context + " không còn nguyên vẹn trước vị trí " + position
                        + ", nên không được sao lưu. Hãy chạy ./thidua verify.",
                "the log of " + context + " is not as it was before position " + position
                        + ", and is not backed up: run ./thidua verify");
    }

    private void commits(String context, PublishedHead head) {
        try (EventLog log = stores.log(context)) {
            Optional<Stream> before = Optional.ofNullable(base)
                    .flatMap(earlier -> earlier.stream(context))
                    .filter(stream -> stream.next() <= head.next()
                            && log.headAt(stream.next()).equals(Optional.of(stream.head())));
            ChainWalk walk = before.map(stream -> ChainWalk.from(stream.head()))
                    .orElseGet(() -> ChainWalk.fromStart(
                            new vn.thidua.platform.eventstore.StoreIdentity(stores.installation(), context)));
            before.ifPresent(_ -> parts.addAll(earlier().parts(Kind.COMMITS, context)));
            try (var writing = new Writing(context, EventLog.COLLECTION, Kind.COMMITS, walk.next())) {
                log.copy(walk.next(), head.next(), commit -> {
                    long position = walk.next();
                    if (!walk.follows(commit)) {
                        throw broken(context, position + 1);
                    }
                    writing.add(commit, walk.next());
                });
                if (!walk.head().equals(head)) {
                    throw broken(context, head.next());
                }
                writing.finish();
            }
            streams.add(new Stream(
                    context,
                    head.next(),
                    head.hash(),
                    walk.commits() + before.map(Stream::commits).orElse(0L)));
        }
    }

    private Manifest earlier() {
        if (base == null) {
            throw new IllegalStateException("there is no earlier backup");
        }
        return base;
    }

    @Nullable
    Manifest base() {
        return base;
    }

    Folder folder() {
        return folder;
    }

    Stores stores() {
        return stores;
    }

    List<Part> parts() {
        return parts;
    }

    void rows(String context, String collection, List<RawBsonDocument> documents) {
        if (!documents.isEmpty()) {
            try (var writing = new Writing(context, collection, Kind.ROWS, 0)) {
                documents.forEach(document -> writing.add(document, 0));
                writing.finish();
            }
        }
    }

    private void collection(String context, String collection) {
        try (var writing = new Writing(context, collection, Kind.ROWS, 0)) {
            for (RawBsonDocument document : stores.database(context)
                    .getCollection(collection, RawBsonDocument.class)
                    .find()) {
                writing.add(document, 0);
            }
            writing.finish();
        }
    }

    Manifest manifest(Instant begun, Instant finished) {
        return new Manifest(Manifest.FORMAT, id, stores.installation(), begun, finished, streams, parts);
    }

    /** Documents of one kind, in as many files as they need; none if there are none. */
    final class Writing implements AutoCloseable {

        private final String context;
        private final String collection;
        private final Kind kind;
        private @Nullable PartWriter current;
        private long from;
        private long next;

        Writing(String context, String collection, Kind kind, long from) {
            this.context = context;
            this.collection = collection;
            this.kind = kind;
            this.from = from;
            this.next = from;
        }

        /** @param behind of commits: position behind this one */
        void add(RawBsonDocument document, long behind) {
            PartWriter to = current;
            if (to != null && to.bytes() > PART_BYTES) {
                finish();
                to = null;
            }
            if (to == null) {
                String name = context + "-" + collection + (kind == Kind.COMMITS ? "-" + next : "") + "-"
                        + UUID.randomUUID().toString().substring(0, 8) + ".bson";
                to = new PartWriter(folder.parts(), name, kind, context, collection);
                current = to;
            }
            to.add(document);
            next = behind;
        }

        void finish() {
            if (current != null) {
                parts.add(current.finish(from, next));
                current = null;
                from = next;
            }
        }

        @Override
        public void close() {
            if (current != null) {
                current.close();
            }
        }
    }
}
