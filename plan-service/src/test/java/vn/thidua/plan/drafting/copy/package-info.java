/** How the plan of a year becomes the next year's. */
@NullMarked
package vn.thidua.plan.drafting.copy;

import org.jspecify.annotations.NullMarked;
