package vn.thidua.platform.consume;

import java.time.Instant;

/**
 * How far what a context knows of another goes.
 *
 * @param source as {@code /<installation>/<context>}
 * @param position of the last event, in the source's store
 * @param at when that event happened
 */
public record AsOf(String source, long position, Instant at) {}
