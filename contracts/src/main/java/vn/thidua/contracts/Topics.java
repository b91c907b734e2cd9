package vn.thidua.contracts;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where contract events travel: one topic per context. What stands in a topic stays; a partition count never changes, for
 * records of one key would lose their order (growth is a topic {@code <context>.events.v2}).
 */
public final class Topics {

    /** The largest record that producer, broker and consumer take, in bytes. */
    public static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

    private static final int PARTITIONS = 12;

    /** The tree of units is one whole: who follows it sees its events in one order. */
    private static final Map<String, Integer> OTHER_PARTITIONS = Map.of("organization", 1);

    private Topics() {}

    /** Name of the context's topic, as {@code organization.events.v1}. */
    public static String nameOf(String context) {
        return context + ".events.v1";
    }

    /** How many partitions the context's topic has, for ever. */
    public static int partitionsOf(String context) {
        return OTHER_PARTITIONS.getOrDefault(context, PARTITIONS);
    }

    /** The context's topic, and the same one of other tiers, mirrored here as {@code <tier>.<context>.events.v1}. */
    public static Pattern followed(String context) {
        return Pattern.compile("([a-z0-9-]+\\.)?" + Pattern.quote(context) + "\\.events\\.v1");
    }

    /** Settings of each topic: nothing is ever deleted. */
    public static Map<String, String> settings() {
        return Map.of(
                "cleanup.policy", "delete",
                "retention.ms", "-1",
                "retention.bytes", "-1",
                "max.message.bytes", Integer.toString(MAX_MESSAGE_BYTES),
                "compression.type", "zstd");
    }
}
