package vn.thidua.platform.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreTool;

/**
 * A MongoDB-compatible server in this JVM with one store file on disk. It loses no acknowledged write when the process
 * is killed, and shows none that it could lose. It is made for a first look, not for records that must last.
 */
public final class EmbeddedMongo implements AutoCloseable {

    /** Pages replaced longer ago than this are given free; the default of 45 s lets the file grow five times larger. */
    private static final int RETENTION_MILLIS = 2000;

    private final MongoServer server;
    private final String uri;

    private EmbeddedMongo(MongoServer server, String uri) {
        this.server = server;
        this.uri = uri;
    }

    /**
     * Starts a server on a free port of the loopback interface.
     *
     * @param file where everything is kept; created if missing, compacted if not
     */
    public static EmbeddedMongo start(Path file) {
        if (Files.exists(file)) {
            // closing does not give free what has been replaced
            MVStoreTool.compact(file.toString(), true);
        }
        MVStore store = new MVStore.Builder().fileName(file.toString()).open();
        store.setRetentionTime(RETENTION_MILLIS);
        var server = new MongoServer(new DurableBackend(store));
        server.bind("127.0.0.1", 0);
        return new EmbeddedMongo(
                server, "mongodb://127.0.0.1:" + server.getLocalAddress().getPort() + "/");
    }

    /** Where it answers. */
    public String uri() {
        return uri;
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
