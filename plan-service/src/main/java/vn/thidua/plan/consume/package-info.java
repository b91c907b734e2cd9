/** What other contexts tell. */
@NullMarked
package vn.thidua.plan.consume;

import org.jspecify.annotations.NullMarked;
