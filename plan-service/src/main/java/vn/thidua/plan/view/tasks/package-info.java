/** Tasks on any day. */
@NullMarked
package vn.thidua.plan.view.tasks;

import org.jspecify.annotations.NullMarked;
