package vn.thidua.platform.consume;

import com.mongodb.client.MongoDatabase;
import vn.thidua.platform.publish.KafkaSettings;

/**
 * What the feeds of one context share.
 *
 * @param context that reads
 * @param database of that context
 */
public record Feeding(
        KafkaSettings kafka, String context, MongoDatabase database, ContractReader reader, FeedSettings settings) {}
