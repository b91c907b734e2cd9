/** The plan of a year as the beginning of the next year's. */
@NullMarked
package vn.thidua.plan.drafting.copy;

import org.jspecify.annotations.NullMarked;
