/** What a day brings. */
@NullMarked
package vn.thidua.plan.react.clock;

import org.jspecify.annotations.NullMarked;
