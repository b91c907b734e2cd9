/** Units as people see them on a day: by the name of that day, with the one that answers for those that have ended. */
@NullMarked
package vn.thidua.plan.view.units;

import org.jspecify.annotations.NullMarked;
