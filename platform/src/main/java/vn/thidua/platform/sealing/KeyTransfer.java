package vn.thidua.platform.sealing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonParseException;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;

/**
 * The keys as a file: one JSON document per line, a first one that says what it is, a last one with the number of lines
 * and their SHA-256.
 */
final class KeyTransfer {

    private static final String FORMAT = "thidua-keys-1";
    private static final String WHERE = "c";
    private static final String WHAT = "d";
    private static final int WINDOW = 500;
    private static final JsonWriterSettings JSON =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private final KeyStore store;
    private final Wrapping wrapping;

    KeyTransfer(KeyStore store, Wrapping wrapping) {
        this.store = store;
        this.wrapping = wrapping;
    }

    static void export(KeyStore store, OutputStream to, Instant at) throws IOException {
        MessageDigest digest = sha256();
        long lines = 1;
        write(new Document("format", FORMAT).append(KeyStore.MADE, Date.from(at)), to, digest);
        for (MongoCollection<Document> from : List.of(store.ring(), store.keys())) {
            for (Document key : from.find()) {
                write(new Document(WHERE, from.getNamespace().getCollectionName()).append(WHAT, key), to, digest);
                lines++;
            }
        }
        write(new Document("lines", lines).append("sha256", HexFormat.of().formatHex(digest.digest())), to, null);
        to.flush();
    }

    private static void write(Document line, OutputStream to, @Nullable MessageDigest digest) throws IOException {
        byte[] bytes = (line.toJson(JSON) + "\n").getBytes(StandardCharsets.UTF_8);
        to.write(bytes);
        if (digest != null) {
            digest.update(bytes);
        }
    }

    Imported importFrom(Path file, Instant at) throws IOException {
        checkWhole(file);
        forEachBatch(file, this::check);
        var counts = new long[3];
        forEachBatch(file, batch -> take(batch, at, counts));
        return new Imported(counts[0], counts[1], counts[2]);
    }

    private static void checkWhole(Path file) throws IOException {
        MessageDigest digest = sha256();
        long lines = 0;
        Document last = new Document();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                last = parse(line);
                if (lines == 0 && !FORMAT.equals(last.get("format"))) {
                    throw new IOException("this is no file of keys");
                }
                if (last.containsKey("sha256")) {
                    break;
                }
                digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
                lines++;
            }
            boolean right = last.get("lines") instanceof Number count
                    && count.longValue() == lines
                    && HexFormat.of().formatHex(digest.digest()).equals(last.get("sha256"))
                    && reader.readLine() == null;
            if (!right) {
                throw new IOException("the file of keys was cut or changed after " + lines + " lines");
            }
        }
    }

    private static Document parse(String line) throws IOException {
        try {
            return Document.parse(line);
        } catch (JsonParseException e) {
            throw new IOException("this is no file of keys, or it was changed", e);
        }
    }

    private interface Batches {
        void take(List<Document> lines);
    }

    private static void forEachBatch(Path file, Batches to) throws IOException {
        List<Document> batch = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Document parsed = parse(line);
                if (parsed.containsKey(WHAT)) {
                    batch.add(parsed);
                }
                if (batch.size() == WINDOW) {
                    to.take(batch);
                    batch.clear();
                }
            }
        }
        to.take(batch);
    }

    /** Each key can be unwrapped, and is not another one than the one that is here. */
    private void check(List<Document> lines) {
        for (String collection : List.of("ring", "keys")) {
            Map<String, Document> here = here(lines, collection);
            for (Document key : keys(lines, collection)) {
                if (KeyStore.isTombstone(key)) {
                    continue;
                }
                wrapping.unwrap(key);
                Document standing = here.get(key.getString(KeyStore.ID));
                if (standing != null
                        && !KeyStore.isTombstone(standing)
                        && !Objects.equals(standing.get(KeyStore.KEY_ID), key.get(KeyStore.KEY_ID))) {
                    throw new IllegalStateException(
                            "the file holds another key than the database, for " + key.getString(KeyStore.ID)
                                    + "; keys are imported into the installation they come from, or an empty one");
                }
            }
        }
    }

    private void take(List<Document> lines, Instant at, long[] counts) {
        for (Document key : keys(lines, "ring")) {
            KeyStore.insertOrRead(store.ring(), key);
        }
        Map<String, Document> here = here(lines, "keys");
        List<Document> missing = new ArrayList<>();
        for (Document key : keys(lines, "keys")) {
            String subject = key.getString(KeyStore.ID);
            Document standing = here.get(subject);
            if (standing == null) {
                missing.add(key);
                counts[0]++;
            } else if (KeyStore.isTombstone(key) && !KeyStore.isTombstone(standing)) {
                store.destroy(subject, at);
                counts[2]++;
            } else {
                counts[1]++;
            }
        }
        store.insertMissing(missing);
    }

    private Map<String, Document> here(List<Document> lines, String collection) {
        List<String> ids = keys(lines, collection).stream()
                .map(key -> key.getString(KeyStore.ID))
                .toList();
        return (collection.equals("ring") ? store.ring() : store.keys())
                .find(Filters.in(KeyStore.ID, ids)).into(new ArrayList<>()).stream()
                        .collect(Collectors.toMap(key -> key.getString(KeyStore.ID), key -> key));
    }

    private static List<Document> keys(List<Document> lines, String collection) {
        return lines.stream()
                .filter(line -> collection.equals(line.get(WHERE)))
                .map(line -> line.get(WHAT, Document.class))
                .toList();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
