package vn.thidua.platform.rules.bad.domain;

import java.time.Instant;
import java.util.UUID;
import org.bson.Document;

/** Breaks the rules: asks clock and chance, knows the database. */
public final class Clocked {

    public Document now() {
        return new Document("at", Instant.now()).append("id", UUID.randomUUID().toString());
    }
}
