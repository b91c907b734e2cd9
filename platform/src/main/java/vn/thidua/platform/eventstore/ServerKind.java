package vn.thidua.platform.eventstore;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;

/** What answers at the address of the database. The layout is the same on both; only the questions differ. */
public enum ServerKind {
    /** A MongoDB replica set, if only of one node. */
    REPLICA_SET,
    /** The embedded server: finds by equal keys only, and has no change streams. */
    EMBEDDED;

    /**
     * Asks the server.
     *
     * @throws StandaloneServerException if it is a MongoDB that belongs to no replica set
     */
    static ServerKind of(MongoDatabase database) {
        Document hello = database.runCommand(new Document("hello", 1));
        if ("embedded".equals(hello.getString("msg"))) {
            return EMBEDDED;
        }
        if (hello.getString("setName") == null && !"isdbgrid".equals(hello.getString("msg"))) {
            throw new StandaloneServerException();
        }
        return REPLICA_SET;
    }
}
