package vn.thidua.platform.publish;

import java.util.HashMap;
import java.util.Map;
import vn.thidua.contracts.Topics;

/**
 * How to reach Kafka, and the settings that the promises of relay and feeds rest on.
 *
 * @param bootstrap addresses, as {@code host:port,host:port}
 * @param more further client settings, as those of TLS and SASL; they win over what stands here
 */
public record KafkaSettings(String bootstrap, Map<String, String> more) {

    /** How long a producer tries before a batch counts as failed, in ms; then the processor backs off. */
    private static final int DELIVERY_TIMEOUT = 20_000;

    private static final int REQUEST_TIMEOUT = 8_000;

    public KafkaSettings {
        more = Map.copyOf(more);
    }

    /** Without TLS: one machine, or a network of one's own. */
    public static KafkaSettings plain(String bootstrap) {
        return new KafkaSettings(bootstrap, Map.of());
    }

    /** Settings of an admin client. */
    public Map<String, Object> admin() {
        Map<String, Object> settings = common();
        settings.put("request.timeout.ms", REQUEST_TIMEOUT);
        settings.put("default.api.timeout.ms", 10_000);
        settings.putAll(more);
        return settings;
    }

    /** Settings of a producer that keeps the order, sends nothing twice by itself, and waits for all replicas. */
    public Map<String, Object> producer() {
        Map<String, Object> settings = common();
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        // not 5: of a producer it has never heard of, a partition takes any first number; if it refuses the first batch
        // because it has no leader yet and takes the second, the order is lost (seen on a topic that was just made)
        settings.put("max.in.flight.requests.per.connection", 1);
        settings.put("compression.type", "zstd");
        settings.put("max.request.size", Topics.MAX_MESSAGE_BYTES);
        settings.put("buffer.memory", 4L * Topics.MAX_MESSAGE_BYTES);
        settings.put("batch.size", 64 * 1024);
        settings.put("linger.ms", 2);
        settings.put("request.timeout.ms", REQUEST_TIMEOUT);
        settings.put("delivery.timeout.ms", DELIVERY_TIMEOUT);
        settings.put("max.block.ms", 10_000);
        settings.putAll(more);
        return settings;
    }

    /** Settings of a consumer that decides by itself what counts as read. */
    public Map<String, Object> consumer(String group) {
        Map<String, Object> settings = common();
        settings.put("group.id", group);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        settings.put("max.partition.fetch.bytes", Topics.MAX_MESSAGE_BYTES);
        settings.put("fetch.max.bytes", 2 * Topics.MAX_MESSAGE_BYTES);
        settings.put("max.poll.records", 500);
        // a process that was killed holds its partitions for this long
        settings.put("session.timeout.ms", 10_000);
        settings.put("heartbeat.interval.ms", 3_000);
        // a topic that is made later is found within this time
        settings.put("metadata.max.age.ms", 10_000);
        settings.put("request.timeout.ms", REQUEST_TIMEOUT);
        settings.put("default.api.timeout.ms", 10_000);
        settings.putAll(more);
        return settings;
    }

    private Map<String, Object> common() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("reconnect.backoff.max.ms", 1_000);
        settings.put("retry.backoff.max.ms", 1_000);
        return settings;
    }
}
