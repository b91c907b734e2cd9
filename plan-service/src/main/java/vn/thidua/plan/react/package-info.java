/** What follows from this context's events. */
@NullMarked
package vn.thidua.plan.react;

import org.jspecify.annotations.NullMarked;
