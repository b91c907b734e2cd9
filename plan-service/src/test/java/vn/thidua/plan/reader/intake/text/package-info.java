/** Text of every layout as blocks. */
@NullMarked
package vn.thidua.plan.reader.intake.text;

import org.jspecify.annotations.NullMarked;
