/** What follows from plans and days. */
@NullMarked
package vn.thidua.plan.react;

import org.jspecify.annotations.NullMarked;
