/** Reads plain text, with or without markdown or HTML tables. */
@NullMarked
package vn.thidua.plan.reader.intake.text;

import org.jspecify.annotations.NullMarked;
