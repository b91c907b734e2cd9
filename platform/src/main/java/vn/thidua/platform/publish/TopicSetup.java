package vn.thidua.platform.publish;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vn.thidua.contracts.Topics;

/** Makes topics as the contracts say, and tells which they are: a topic that was deleted and made anew has another id. */
public final class TopicSetup {

    private static final long PATIENCE_SECONDS = 10;

    private final KafkaSettings kafka;

    public TopicSetup(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /**
     * Makes the topic of a context if it is missing, and sets what is set otherwise.
     *
     * @return the topic's id
     * @throws IllegalStateException if it has another number of partitions: the order of each key would be lost
     * @throws KafkaUnavailableException if Kafka gives no answer
     */
    public String ensure(String context) {
        String topic = Topics.nameOf(context);
        int partitions = Topics.partitionsOf(context);
        try (Admin admin = Admin.create(kafka.admin())) {
            Optional<TopicDescription> found = describe(admin, topic);
            if (found.isEmpty()) {
                create(
                        admin,
                        new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(Topics.settings()));
                found = awaited(admin, topic);
            } else {
                set(admin, topic);
            }
            TopicDescription description = found.orElseThrow(
                    () -> new KafkaUnavailableException("topic " + topic + " is not there yet", null));
            int actual = description.partitions().size();
            if (actual != partitions) {
                throw new IllegalStateException("topic " + topic + " has " + actual + " partitions instead of "
                        + partitions + "; growth is another topic");
            }
            return description.topicId().toString();
        } catch (KafkaException e) {
            throw new KafkaUnavailableException("Kafka did not say what topic " + topic + " is", e);
        }
    }

    /**
     * The ids of those of the topics that are there.
     *
     * @throws KafkaUnavailableException if Kafka gives no answer
     */
    public Map<String, String> idsOf(Collection<String> topics) {
        Map<String, String> ids = new HashMap<>();
        try (Admin admin = Admin.create(kafka.admin())) {
            for (String topic : topics) {
                describe(admin, topic)
                        .ifPresent(found -> ids.put(topic, found.topicId().toString()));
            }
        } catch (KafkaException e) {
            throw new KafkaUnavailableException("Kafka did not say what topics there are", e);
        }
        return ids;
    }

    /**
     * Deletes the topics of these contexts, and returns when they are gone. Whoever sent to them sends all of it again.
     *
     * @throws KafkaUnavailableException if Kafka gives no answer, or they do not go
     */
    public void delete(Collection<String> contexts) {
        try (Admin admin = Admin.create(kafka.admin())) {
            for (String context : contexts) {
                String topic = Topics.nameOf(context);
                if (describe(admin, topic).isPresent()) {
                    try {
                        await(admin.deleteTopics(List.of(topic)).all());
                    } catch (UnknownTopicOrPartitionException e) {
                        // gone meanwhile
                    }
                }
                for (int look = 0; describe(admin, topic).isPresent(); look++) {
                    if (look == 100) {
                        throw new KafkaUnavailableException("topic " + topic + " does not go", null);
                    }
                    sleep();
                }
            }
        } catch (KafkaException e) {
            throw new KafkaUnavailableException("Kafka did not delete the topics", e);
        }
    }

    private static Optional<TopicDescription> describe(Admin admin, String topic) {
        try {
            return Optional.ofNullable(
                    await(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic));
        } catch (UnknownTopicOrPartitionException e) {
            return Optional.empty();
        }
    }

    private static void create(Admin admin, NewTopic topic) {
        try {
            await(admin.createTopics(List.of(topic)).all());
        } catch (TopicExistsException e) {
            // another process was faster
        }
    }

    /** A topic is known to the brokers a moment after it was made. */
    private static Optional<TopicDescription> awaited(Admin admin, String topic) {
        for (int look = 0; look < 20; look++) {
            Optional<TopicDescription> found = describe(admin, topic);
            if (found.isPresent()) {
                return found;
            }
            sleep();
        }
        return Optional.empty();
    }

    private static void set(Admin admin, String topic) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = await(admin.describeConfigs(List.of(resource)).all()).get(resource);
        List<AlterConfigOp> changes = Topics.settings().entrySet().stream()
                .filter(wanted -> {
                    ConfigEntry entry = config == null ? null : config.get(wanted.getKey());
                    return entry == null || !wanted.getValue().equals(entry.value());
                })
                .map(wanted -> new AlterConfigOp(
                        new ConfigEntry(wanted.getKey(), wanted.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        if (!changes.isEmpty()) {
            await(admin.incrementalAlterConfigs(Map.of(resource, changes)).all());
        }
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException cause) {
                throw cause;
            }
            throw new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("no answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }
}
