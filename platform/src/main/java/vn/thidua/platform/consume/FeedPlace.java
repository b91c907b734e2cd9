package vn.thidua.platform.consume;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.publish.Envelope;
import vn.thidua.platform.publish.TopicSetup;
import vn.thidua.platform.view.FeedOffsets;

/** Where a feed stands: offsets, the ids of the topics they belong to, positions per source, and what is parked. */
final class FeedPlace {

    private final Feeding feeding;
    private final TopicSetup topics;
    private final FeedOffsets offsets;
    private final FeedProgress progress;
    private final ParkedRecords parked;

    private final Map<TopicPartition, FeedOffsets.Offset> stored = new HashMap<>();
    private final Map<TopicPartition, Long> pending = new HashMap<>();
    /** As Kafka has said them last. */
    private Map<String, String> ids = Map.of();

    private long checkedAt = System.nanoTime();

    FeedPlace(Feeding feeding, String feed) {
        this.feeding = feeding;
        this.topics = new TopicSetup(feeding.kafka());
        this.offsets = new FeedOffsets(feeding.database(), feed);
        this.progress = new FeedProgress(feeding.database(), feed);
        this.parked = new ParkedRecords(feeding.database(), feed);
    }

    FeedProgress progress() {
        return progress;
    }

    ParkedRecords parked() {
        return parked;
    }

    void load() {
        discard();
        stored.clear();
        offsets.all().forEach(offset -> stored.put(new TopicPartition(offset.topic(), offset.partition()), offset));
        progress.load();
    }

    /** Where to read on; -1 for the beginning. */
    long nextOf(TopicPartition partition) {
        FeedOffsets.@Nullable Offset offset = stored.get(partition);
        return offset == null ? -1 : offset.next();
    }

    boolean isToBeChecked() {
        return System.nanoTime() - checkedAt > feeding.settings().checkTopics().toNanos();
    }

    /** Whether one of these topics is another than the one that was read before. */
    boolean isLost(Set<String> names) {
        ids = topics.idsOf(names);
        checkedAt = System.nanoTime();
        return stored.values().stream()
                .filter(offset -> names.contains(offset.topic()))
                .anyMatch(offset -> {
                    @Nullable String now = ids.get(offset.topic());
                    // a topic that is missing will be made anew
                    return now != null && offset.topicId() != null && !now.equals(offset.topicId());
                });
    }

    /** Forgets the places in topics of other ids, and what was parked of them: it comes again. */
    void beginAnew(Set<String> names) {
        var gone = stored.values().stream()
                .filter(offset -> names.contains(offset.topic()))
                .filter(offset -> ids.containsKey(offset.topic())
                        && !ids.get(offset.topic()).equals(offset.topicId()))
                .toList();
        offsets.store(gone.stream()
                .map(offset -> new FeedOffsets.Offset(offset.topic(), offset.partition(), 0, ids.get(offset.topic())))
                .toList());
        gone.forEach(offset -> parked.forget(offset.topic()));
        load();
    }

    void passed(ConsumerRecord<?, ?> record, @Nullable Envelope envelope) {
        pending.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        if (envelope != null) {
            progress.passed(envelope);
        }
    }

    void discard() {
        pending.clear();
        progress.discard();
    }

    /** After the rows, or the commands, are durable. */
    void store() {
        Map<TopicPartition, FeedOffsets.Offset> reached = new HashMap<>();
        pending.forEach((partition, next) -> reached.put(
                partition,
                new FeedOffsets.Offset(partition.topic(), partition.partition(), next, ids.get(partition.topic()))));
        offsets.store(reached.values());
        progress.store();
        stored.putAll(reached);
        pending.clear();
    }

    void drop() {
        offsets.drop();
        progress.drop();
        parked.list().forEach(parked::remove);
    }
}
