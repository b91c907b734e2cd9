/** Read models of plans and tasks: the same rows however their events come, and answers as of any day. */
@NullMarked
package vn.thidua.plan.view;

import org.jspecify.annotations.NullMarked;
