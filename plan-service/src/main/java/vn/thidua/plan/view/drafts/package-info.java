/** Drafts, with what waits for a decision. */
@NullMarked
package vn.thidua.plan.view.drafts;

import org.jspecify.annotations.NullMarked;
