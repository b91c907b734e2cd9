/** How plans are drafted. */
@NullMarked
package vn.thidua.plan.drafting;

import org.jspecify.annotations.NullMarked;
