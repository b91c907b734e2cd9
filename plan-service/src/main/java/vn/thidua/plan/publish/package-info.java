/** What other contexts hear. */
@NullMarked
package vn.thidua.plan.publish;

import org.jspecify.annotations.NullMarked;
