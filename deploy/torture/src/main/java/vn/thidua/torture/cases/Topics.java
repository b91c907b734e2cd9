package vn.thidua.torture.cases;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vn.thidua.standalone.State;
import vn.thidua.torture.Case;
import vn.thidua.torture.Case.Ground;
import vn.thidua.torture.Folders;
import vn.thidua.torture.Part;
import vn.thidua.torture.Rig;
import vn.thidua.torture.Stage;
import vn.thidua.torture.fault.Processes;
import vn.thidua.torture.referee.Topic;

/** Topics that are lost: the stores have it all, and tell it again. */
final class Topics {

    private static final String UNITS = "organization.events.v1";

    private Topics() {}

    static List<Case> all() {
        return List.of(
                new Simple(
                        "topic-deleted",
                        "a topic that is deleted is made again and told from the store, and foreign views are filled anew",
                        Ground.PROXIED,
                        false,
                        Topics::deleted),
                new Simple(
                        "broker-lost",
                        "the broker loses all its data: every topic is told again from the stores, with the same ids",
                        Ground.PROXIED,
                        false,
                        Topics::lost));
    }

    private static void deleted(Stage stage) throws Exception {
        String bootstrap = kafka(stage);
        long before = told(bootstrap);
        delete(bootstrap, List.of(UNITS));
        stage.seen("deleted " + UNITS + " with " + before + " records");
        toldAgain(stage, before);
    }

    private static void lost(Stage stage) throws Exception {
        long before = told(kafka(stage));
        Processes.kill(stage.rig().process(Part.KAFKA).orElseThrow());
        stage.killed("kafka, and its data are gone");
        Folders.delete(stage.rig().yard().folder().resolve("kafka"));
        stage.rig().yard().kafka().restart();
        toldAgain(stage, before);
    }

    private static void toldAgain(Stage stage, long before) throws Exception {
        stage.seen("commands acknowledged again after " + Stage.words(stage.recovered()));
        String bootstrap = kafka(stage);
        Duration took = Rig.await("the topic is told again", () -> told(bootstrap) >= before);
        stage.seen("all told again after " + Stage.words(took));
    }

    /** Deletes those of the topics that are there. */
    static void delete(String bootstrap, List<String> topics) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            for (String topic : topics) {
                try {
                    admin.deleteTopics(List.of(topic)).all().get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                        throw new IllegalStateException("the topic stays: " + topic, e);
                    }
                }
            }
        }
    }

    static String kafka(Stage stage) {
        State state = stage.rig().installation().state();
        return Objects.requireNonNull(state.kafka()).address();
    }

    /** How many different records there are; 0 as long as the topic is not there. */
    private static long told(String bootstrap) {
        try {
            return Topic.read(bootstrap, UNITS).stream()
                    .map(Topic.Sent::id)
                    .distinct()
                    .count();
        } catch (RuntimeException e) {
            return 0;
        }
    }
}
