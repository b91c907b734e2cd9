/** Finds tables by how words stand above each other, for sources that know places and no structure. */
@NullMarked
package vn.thidua.plan.reader.intake.layout;

import org.jspecify.annotations.NullMarked;
