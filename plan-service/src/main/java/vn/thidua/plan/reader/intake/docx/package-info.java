/** Reads WordprocessingML. */
@NullMarked
package vn.thidua.plan.reader.intake.docx;

import org.jspecify.annotations.NullMarked;
