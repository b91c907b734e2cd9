/** Reads PDF with text by the position of its letters. */
@NullMarked
package vn.thidua.plan.reader.intake.pdf;

import org.jspecify.annotations.NullMarked;
