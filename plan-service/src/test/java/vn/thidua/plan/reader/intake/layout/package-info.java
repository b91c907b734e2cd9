@NullMarked
package vn.thidua.plan.reader.intake.layout;

import org.jspecify.annotations.NullMarked;
