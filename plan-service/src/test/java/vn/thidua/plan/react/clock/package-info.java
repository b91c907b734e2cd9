/** What a day brings, and when it is looked at. */
@NullMarked
package vn.thidua.plan.react.clock;

import org.jspecify.annotations.NullMarked;
