/** Passages and their ranges. */
@NullMarked
package vn.thidua.plan.reader.source;

import org.jspecify.annotations.NullMarked;
