@NullMarked
package vn.thidua.plan.reader.intake.pdf;

import org.jspecify.annotations.NullMarked;
