/** What a task accepts, refuses and passes over. */
@NullMarked
package vn.thidua.plan.domain.task;

import org.jspecify.annotations.NullMarked;
