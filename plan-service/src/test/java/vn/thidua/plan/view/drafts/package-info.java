/** The rows of drafts. */
@NullMarked
package vn.thidua.plan.view.drafts;

import org.jspecify.annotations.NullMarked;
