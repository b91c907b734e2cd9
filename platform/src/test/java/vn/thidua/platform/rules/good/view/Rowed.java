package vn.thidua.platform.rules.good.view;

import org.bson.Document;
import vn.thidua.platform.rules.good.domain.Thing;

/** Keeps the rules. */
public final class Rowed {

    Document row(Thing thing) {
        return new Document("_id", thing.id());
    }
}
