/** What the rows of all views have in common. */
@NullMarked
package vn.thidua.plan.view;

import org.jspecify.annotations.NullMarked;
