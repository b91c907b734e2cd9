package vn.thidua.platform.files;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.sealing.SealBrokenException;
import vn.thidua.platform.sealing.SubjectKey;

/**
 * The bytes of files, sealed piece by piece, in the layout of GridFS. A piece opens only as the piece of that number of
 * that file, and the last only as the last: one that is missing, exchanged or cut off is found.
 *
 * <p>Not the driver's bucket: its time limit would count for a whole upload, and it reads in an order for which the
 * embedded server goes through all pieces of all files.
 */
final class Chunks {

    /** Bytes of a file in one piece. */
    static final int PLAIN_BYTES = 256 * 1024;

    /** The same piece sealed: IV and tag come to it. */
    static final int SEALED_BYTES = PLAIN_BYTES + 12 + 16;

    /** Pieces that are written at once. */
    private static final int AT_ONCE = 4;

    private static final String FILE = "files_id";
    private static final String NUMBER = "n";
    private static final String DATA = "data";

    private final MongoCollection<Document> chunks;

    Chunks(MongoCollection<Document> chunks) {
        this.chunks = chunks;
        chunks.createIndex(
                Indexes.ascending(FILE, NUMBER),
                new IndexOptions().name("piece").unique(true));
    }

    Writer write(String file, SubjectKey key) {
        return new Writer(file, key);
    }

    /** @param size bytes of the whole file, unsealed */
    InputStream read(String file, SubjectKey key, long size) {
        return new Reader(file, key, size);
    }

    void delete(String file) {
        chunks.deleteMany(Filters.eq(FILE, file));
    }

    /** How many pieces a file of so many bytes has; an empty one has one. */
    static long count(long size) {
        return Math.max(1, (size + PLAIN_BYTES - 1) / PLAIN_BYTES);
    }

    private static String place(String file, long number, boolean last) {
        return "piece " + number + " of " + file + (last ? ", the last" : "");
    }

    /** Takes the pieces in order; each but the last is full. */
    final class Writer {

        private final String file;
        private final SubjectKey key;
        private final List<Document> waiting = new ArrayList<>();
        private int number;
        private long written;

        private Writer(String file, SubjectKey key) {
            this.file = file;
            this.key = key;
        }

        void add(byte[] piece, int length, boolean last) {
            byte[] sealed = key.seal(piece, length, place(file, number, last));
            written += sealed.length;
            waiting.add(new Document("_id", new ObjectId())
                    .append(FILE, file)
                    .append(NUMBER, number++)
                    .append(DATA, new Binary(sealed)));
            if (last || waiting.size() == AT_ONCE) {
                chunks.insertMany(waiting);
                waiting.clear();
            }
        }

        /** Bytes as they are stored. */
        long written() {
            return written;
        }
    }

    private final class Reader extends InputStream {

        private final String file;
        private final SubjectKey key;
        private final long count;
        private byte[] piece = new byte[0];
        private int at;
        private long next;

        private Reader(String file, SubjectKey key, long size) {
            this.file = file;
            this.key = key;
            this.count = count(size);
        }

        @Override
        public int read() throws FileDamagedException {
            return hasMore() ? piece[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws FileDamagedException {
            java.util.Objects.checkFromIndexSize(offset, length, into.length);
            if (length == 0) {
                return 0;
            }
            if (!hasMore()) {
                return -1;
            }
            int given = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, offset, given);
            at += given;
            return given;
        }

        @Override
        public int available() {
            return piece.length - at;
        }

        private boolean hasMore() throws FileDamagedException {
            while (at == piece.length) {
                if (next == count) {
                    return false;
                }
                piece = open(next++);
                at = 0;
            }
            return true;
        }

        private byte[] open(long number) throws FileDamagedException {
            // both fields: the embedded server finds by the whole of a unique key alone
            @Nullable
            Document found = chunks.find(Filters.and(Filters.eq(FILE, file), Filters.eq(NUMBER, (int) number)))
                    .first();
            if (found == null) {
                throw new FileDamagedException("piece " + number + " of file " + file + " is missing");
            }
            try {
                return key.open(found.get(DATA, Binary.class).getData(), place(file, number, number == count - 1));
            } catch (SealBrokenException e) {
                throw new FileDamagedException("piece " + number + " of file " + file + " was changed", e);
            }
        }
    }
}
