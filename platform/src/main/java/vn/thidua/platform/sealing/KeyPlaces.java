package vn.thidua.platform.sealing;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The places where files of keys lie, so that an erasure reaches them all. Each is known by an id in a file beside the
 * keys: another disk under the same path is not taken for it.
 *
 * <p>Collection {@code places} in the database of the keys: {@code {_id, path, tombstones, written, failing}}; {@code
 * tombstones}: how many keys were destroyed when its file was written, or -1.
 */
public final class KeyPlaces {

    private static final String MARK = "place.id";
    private static final String PATH = "path";
    private static final String TOMBSTONES = "tombstones";
    private static final String WRITTEN = "written";
    private static final String FAILING = "failing";

    private final MongoCollection<Document> places;

    /** @param database the one of the key ring */
    public KeyPlaces(MongoDatabase database) {
        this.places = database.withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .getCollection("places");
    }

    /**
     * A place.
     *
     * @param tombstones how many keys were destroyed when its file was written; -1 if that is not known
     * @param failing why it could not be written anew; null if it could
     */
    public record Place(
            String id, Path path, long tombstones, @Nullable String failing) {}

    /** All that are known. */
    public List<Place> all() {
        return places.find()
                .map(row -> new Place(
                        row.getString("_id"),
                        Path.of(row.getString(PATH)),
                        row.getLong(TOMBSTONES),
                        row.getString(FAILING)))
                .into(new ArrayList<>());
    }

    /** Writes the keys as they are now, and takes the earlier files away. From now on erasures reach the place. */
    public Path write(Path directory, MongoKeyRing ring, Instant now) throws IOException {
        Path path = directory.toAbsolutePath().normalize();
        String id = register(path);
        return write(new Place(id, path, -1, null), ring, now);
    }

    private Path write(Place place, MongoKeyRing ring, Instant now) throws IOException {
        long tombstones = ring.tombstones();
        var backups = new KeyBackups(place.path(), ring);
        Optional<Path> again = backups.rewrite(now);
        Path file = again.isPresent() ? again.get() : backups.write(now);
        places.updateOne(
                Filters.eq("_id", place.id()),
                Updates.combine(
                        Updates.set(TOMBSTONES, tombstones),
                        Updates.set(WRITTEN, now.toString()),
                        Updates.unset(FAILING)));
        return file;
    }

    /** The newest file of keys at a place: the one that a restore takes. */
    public static Optional<Path> newest(Path directory) throws IOException {
        return KeyBackups.newest(directory);
    }

    /** Known before its file is written: an erasure in between counts for it. */
    private String register(Path path) throws IOException {
        Files.createDirectories(path);
        Path mark = path.resolve(MARK);
        String id;
        if (Files.exists(mark)) {
            id = Files.readString(mark).strip();
        } else {
            id = UUID.randomUUID().toString();
            Files.writeString(mark, id + "\n", StandardCharsets.UTF_8);
        }
        places.replaceOne(
                Filters.eq("_id", id),
                new Document("_id", id).append(PATH, path.toString()).append(TOMBSTONES, -1L),
                new ReplaceOptions().upsert(true));
        return id;
    }

    /** Erasures do not reach it any more: it was deleted. */
    public boolean forget(Path directory) {
        return places.deleteMany(Filters.eq(
                                PATH, directory.toAbsolutePath().normalize().toString()))
                        .getDeletedCount()
                > 0;
    }

    /**
     * Writes anew whatever is older than the last erasure. One place that cannot be reached holds up no other.
     *
     * @return how many are still older
     */
    int rewriteOld(MongoKeyRing ring, Instant now) {
        List<Place> all = all();
        if (all.isEmpty()) {
            return 0;
        }
        long tombstones = ring.tombstones();
        int failing = 0;
        for (Place place : all) {
            if (place.tombstones() != tombstones) {
                @Nullable String why = rewrite(place, ring, now);
                if (why != null) {
                    failing++;
                    places.updateOne(Filters.eq("_id", place.id()), Updates.set(FAILING, why));
                }
            }
        }
        return failing;
    }

    private @Nullable String rewrite(Place place, MongoKeyRing ring, Instant now) {
        Path mark = place.path().resolve(MARK);
        try {
            if (!Files.exists(mark) || !Files.readString(mark).strip().equals(place.id())) {
                return "it is not there";
            }
            write(place, ring, now);
            return null;
        } catch (IOException | UncheckedIOException e) {
            return e.getClass().getSimpleName();
        }
    }
}
