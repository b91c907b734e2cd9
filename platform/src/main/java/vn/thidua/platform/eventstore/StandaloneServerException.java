package vn.thidua.platform.eventstore;

/** The MongoDB at the address belongs to no replica set: it cannot promise that a majority holds what it has read. */
public final class StandaloneServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StandaloneServerException() {
        super("This MongoDB runs standalone; an event store needs a replica set, one node is enough. Start mongod with"
                + " --replSet rs0 and run once: mongosh --eval 'rs.initiate()'");
    }
}
