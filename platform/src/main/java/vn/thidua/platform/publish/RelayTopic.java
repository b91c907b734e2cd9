package vn.thidua.platform.publish;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.bson.Document;
import vn.thidua.contracts.Topics;

/** Which topic was sent to: its id, beside the relay's token, in the collection {@code relay}. */
final class RelayTopic {

    private static final String TOPIC_ID = "topicId";

    private final String context;
    private final TopicSetup setup;
    private final MongoCollection<Document> known;

    RelayTopic(String context, TopicSetup setup, MongoDatabase database) {
        this.context = context;
        this.setup = setup;
        this.known = database.getCollection("relay")
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    String name() {
        return Topics.nameOf(context);
    }

    /** The id of the topic as it is now; it is made if it is missing. */
    String current() {
        return setup.ensure(context);
    }

    /** The id of the topic that was sent to before. */
    Optional<String> remembered() {
        return Optional.ofNullable(known.find(Filters.eq("_id", name())).first())
                .map(document -> document.getString(TOPIC_ID));
    }

    void remember(String id) {
        known.replaceOne(
                Filters.eq("_id", name()),
                new Document("_id", name()).append(TOPIC_ID, id),
                new ReplaceOptions().upsert(true));
    }
}
