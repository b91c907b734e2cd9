/** A plan from its first draft to its end. */
@NullMarked
package vn.thidua.plan.domain.plan;

import org.jspecify.annotations.NullMarked;
