package vn.thidua.torture.cases;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.standalone.Rest;
import vn.thidua.standalone.State;
import vn.thidua.torture.Case;
import vn.thidua.torture.Case.Ground;
import vn.thidua.torture.Rig;
import vn.thidua.torture.Stage;
import vn.thidua.torture.referee.Store;
import vn.thidua.torture.roster.RosterApplication;

/** Records that a topic should not hold, as another tier or a later version may send them. */
final class Poison {

    /** What begins whatever is sent here: the store knows nothing of it, and is not asked. */
    static final String MARK = "torture-";

    private static final String TOPIC = "organization.events.v1";
    private static final String ESTABLISHED = "vn.thidua.organization.UnitEstablishedV1";
    private static final int LARGE = 10 * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Poison() {}

    static List<Case> all() {
        return List.of(
                new Simple(
                        "poison-records",
                        "unknown fields, unknown types, older and newer versions, 10 MB and the same id twice hold nobody up",
                        Ground.PROXIED,
                        false,
                        Poison::records),
                new Simple(
                        "poison-projection",
                        "a projection that always fails parks its own aggregate, says so, and lets all others pass",
                        Ground.PROXIED,
                        false,
                        Poison::projection));
    }

    private static void records(Stage stage) throws Exception {
        String run = MARK + Instant.now().toEpochMilli() + "-";
        var unknownFields = established(run + "fields");
        unknownFields.put("addedLater", Map.of("deep", List.of(1, 2, 3)));
        var large = established(run + "large");
        large.put("addedLater", "x".repeat(LARGE));
        try (Sender sender = new Sender(stage)) {
            sender.send(run + "1/0", ESTABLISHED, run + "fields", 1, unknownFields);
            sender.send(run + "2/0", "vn.thidua.organization.UnitExplodedV1", run + "unknown", 2, Map.of("a", 1));
            sender.send(run + "3/0", "vn.thidua.organization.UnitEstablishedV0", run + "older", 3, Map.of("u", "x"));
            sender.send(run + "4/0", "vn.thidua.organization.UnitEstablishedV9", run + "newer", 4, Map.of("u", "x"));
            sender.send(run + "5/0", ESTABLISHED, run + "large", 5, large);
            sender.send(run + "6/0", ESTABLISHED, run + "twice", 6, established(run + "twice"));
            sender.send(run + "6/0", ESTABLISHED, run + "twice", 6, established(run + "twice"));
            sender.send(run + "7/0", ESTABLISHED, run + "last", 7, established(run + "last"));
        }
        Duration took = Rig.await("the listener has come to the last record", () -> taken(stage, run + "last") == 1);
        for (String unit : List.of("fields", "large", "twice", "last")) {
            if (taken(stage, run + unit) != 1) {
                throw new IllegalStateException(
                        "the listener has taken down " + unit + " " + taken(stage, run + unit) + " times");
            }
        }
        stage.seen(
                "unknown fields, 10 MB and a repeated id: each once; unknown types and versions passed over; all after "
                        + Stage.words(took));
    }

    private static void projection(Stage stage) throws Exception {
        String unit = RosterApplication.POISONOUS + Instant.now().toEpochMilli();
        String processor = RosterApplication.NOTEBOOK + "-v1";
        try (Sender sender = new Sender(stage)) {
            sender.send(MARK + unit + "/0", ESTABLISHED, unit, Instant.now().toEpochMilli(), established(unit));
        }
        Duration took = Rig.await(
                "it is parked",
                () -> status(stage).lines().anyMatch(line -> line.contains(processor) && line.contains("parked 1")));
        String line = status(stage)
                .lines()
                .filter(each -> each.contains(processor))
                .findFirst()
                .orElse("")
                .strip();
        stage.seen("after " + Stage.words(took) + " status says: " + line);
        State.Service roster = stage.rig().installation().state().services().stream()
                .filter(service -> service.name().startsWith("roster"))
                .findFirst()
                .orElseThrow();
        String path = "/api/v1/" + RosterApplication.CONTEXT + "/operations/processors/" + processor + "/parked";
        try (Rest rest = stage.rig().operator(roster.url())) {
            Rest.Answer parked = rest.get(path, null);
            long position = JSON.readTree(parked.body()).get(0).path("position").asLong();
            stage.seen("the list of parked events: " + parked.status() + " " + parked.body());
            Rest.Answer dropped = rest.delete(path + "/" + position);
            if (dropped.status() != 204) {
                throw new IllegalStateException("the parked event cannot be dropped: " + dropped);
            }
        }
    }

    /** Whether it calls all well or not. */
    private static String status(Stage stage) {
        return stage.rig().installation().call("status").out();
    }

    private static long taken(Stage stage, String unit) {
        State state = stage.rig().installation().state();
        try (MongoClient client =
                MongoClients.create(Objects.requireNonNull(state.database()).address())) {
            return Store.events(client, RosterApplication.CONTEXT).stream()
                    .filter(event -> event.aggregate().equals(unit))
                    .count();
        }
    }

    private static Map<String, Object> established(String unit) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("unit", unit);
        body.put("kind", "VILLAGE");
        body.put("name", unit);
        body.put("code", unit.substring(Math.max(0, unit.length() - 30)));
        body.put("home", MARK + "tier");
        body.put("effective", "2025-07-01");
        return body;
    }

    /** Sends as another installation would. */
    private static final class Sender implements AutoCloseable {

        private final KafkaProducer<String, byte[]> producer;

        Sender(Stage stage) {
            producer = new KafkaProducer<>(
                    Map.of(
                            "bootstrap.servers",
                            Topics.kafka(stage),
                            "max.request.size",
                            2 * LARGE,
                            "buffer.memory",
                            4L * LARGE,
                            "acks",
                            "all"),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }

        void send(String id, String type, String unit, long position, Map<String, Object> body) throws Exception {
            var record = new ProducerRecord<>(TOPIC, unit, JSON.writeValueAsBytes(body));
            List<String> headers = new ArrayList<>(List.of("ce_specversion", "1.0", "ce_id", id));
            headers.addAll(List.of("ce_source", "/" + MARK + "tier/organization", "ce_type", type));
            headers.addAll(List.of("ce_time", Instant.now().toString(), "ce_subject", "unit/" + unit));
            headers.addAll(List.of("ce_sequence", "0", "ce_position", Long.toString(position)));
            headers.addAll(List.of("ce_unit", unit, "ce_actor", "torture", "ce_correlationid", id));
            headers.addAll(List.of("ce_causationid", id, "content-type", "application/json"));
            for (int i = 0; i < headers.size(); i += 2) {
                record.headers()
                        .add(new RecordHeader(headers.get(i), headers.get(i + 1).getBytes(StandardCharsets.UTF_8)));
            }
            producer.send(record).get();
        }

        @Override
        public void close() {
            producer.close();
        }
    }
}
