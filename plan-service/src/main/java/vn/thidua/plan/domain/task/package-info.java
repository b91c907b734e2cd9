/** A task of an issued plan, and what becomes of it. */
@NullMarked
package vn.thidua.plan.domain.task;

import org.jspecify.annotations.NullMarked;
