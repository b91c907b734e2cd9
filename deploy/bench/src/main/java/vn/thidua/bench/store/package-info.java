/** Measures the event store against the driver it stands on. */
@NullMarked
package vn.thidua.bench.store;

import org.jspecify.annotations.NullMarked;
