/** Issued plans, and every version of them. */
@NullMarked
package vn.thidua.plan.view.plans;

import org.jspecify.annotations.NullMarked;
