/** Measures the launcher from outside, as processes. */
@NullMarked
package vn.thidua.bench.up;

import org.jspecify.annotations.NullMarked;
