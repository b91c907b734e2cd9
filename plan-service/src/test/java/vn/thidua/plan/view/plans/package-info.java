/** Plans on any day, and who has answered them. */
@NullMarked
package vn.thidua.plan.view.plans;

import org.jspecify.annotations.NullMarked;
