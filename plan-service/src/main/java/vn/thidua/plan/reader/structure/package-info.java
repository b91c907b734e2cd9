/** The shape of a plan: which document of the file it is, its zones, its outline, its tables. */
@NullMarked
package vn.thidua.plan.reader.structure;

import org.jspecify.annotations.NullMarked;
