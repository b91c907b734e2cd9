/**
 * The event store: one MongoDB collection per context, one document per commit, read in one global order without gaps.
 *
 * <p>{@link vn.thidua.platform.eventstore.EventLog} is the store itself, {@link
 * vn.thidua.platform.eventstore.MongoEventStorageEngine} makes it Axon's, {@link
 * vn.thidua.platform.eventstore.LogTail} feeds the processors. What is promised stands in the module's README.
 */
@NullMarked
package vn.thidua.platform.eventstore;

import org.jspecify.annotations.NullMarked;
