package vn.thidua.platform.context;

import org.jspecify.annotations.Nullable;

/**
 * What a command led to.
 *
 * @param aggregateId of the first event's aggregate
 * @param version sequence of that aggregate's last event: the ETag; -1 if nothing happened and it has none
 * @param position of the commit's last event: what a reader waits for; -1 if nothing happened
 * @param repeated whether this is the answer to an earlier, equal request
 */
public record Accepted(@Nullable String aggregateId, long version, long position, boolean repeated) {}
