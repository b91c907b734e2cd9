package vn.thidua.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.platform.testing.Backends;

/** What runs on one machine finds its data again. */
class KeptBackendsIT {

    @TempDir
    private Path folder;

    @Test
    void mongodKeepsItsDataAtAnotherPort() {
        Path program = Backends.mongod().orElseThrow();
        String first;
        try (var mongod = MongodProcess.start(program, folder, folder.resolve("log"))) {
            first = mongod.uri();
            insert(mongod.uri(), 1);
        }
        try (var mongod = MongodProcess.start(program, folder, folder.resolve("log"))) {
            assertThat(mongod.uri()).isNotEqualTo(first);
            insert(mongod.uri(), 2);
            assertThat(count(mongod.uri())).isEqualTo(2);
        }
    }

    @Test
    void aMongodLeftBehindOnTheFolderIsEnded() throws Exception {
        Path program = Backends.mongod().orElseThrow();
        try (var orphan = MongodProcess.start(program, folder, folder.resolve("log"))) {
            insert(orphan.uri(), 1);
            assertThat(MongodProcess.leftover(folder).orElseThrow().pid()).isEqualTo(orphan.pid());
            try (var mongod = MongodProcess.start(program, folder, folder.resolve("log"))) {
                assertThat(orphan.isAlive()).isFalse();
                assertThat(count(mongod.uri())).isEqualTo(1);
            }
        }
        assertThat(MongodProcess.leftover(folder)).isEmpty();
    }

    @Test
    void aKilledMongodComesBackWhereItWas() throws Exception {
        try (var mongod = MongodProcess.start(Backends.mongod().orElseThrow(), folder, folder.resolve("log"))) {
            insert(mongod.uri(), 1);
            var ended = mongod.onExit();
            mongod.kill();
            ended.get(5, TimeUnit.SECONDS);
            mongod.restart();
            assertThat(count(mongod.uri())).isEqualTo(1);
        }
    }

    @Test
    void theBrokerKeepsItsTopics() throws Exception {
        String id;
        try (var broker = KafkaBroker.start(folder);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            var made = admin.createTopics(List.of(new NewTopic("words.events.v1", 1, (short) 1)));
            id = made.topicId("words.events.v1").get().toString();
        }
        try (var broker = KafkaBroker.start(folder);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            Waiting.until("the topic has a leader", Duration.ofSeconds(20), () -> true, () -> {
                TopicDescription topic = admin.describeTopics(List.of("words.events.v1"))
                        .allTopicNames()
                        .get()
                        .get("words.events.v1");
                return topic != null
                        && topic.topicId().toString().equals(id)
                        && topic.partitions().getFirst().leader() != null;
            });
        }
    }

    private static void insert(String uri, int id) {
        try (MongoClient client = MongoClients.create(uri)) {
            words(client).withWriteConcern(WriteConcern.MAJORITY).insertOne(new Document("_id", id));
        }
    }

    private static long count(String uri) {
        try (MongoClient client = MongoClients.create(uri)) {
            return words(client).countDocuments();
        }
    }

    private static MongoCollection<Document> words(MongoClient client) {
        return client.getDatabase("kept").getCollection("words");
    }
}
