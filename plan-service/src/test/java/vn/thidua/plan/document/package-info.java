/** An issued plan as a Word document. */
@NullMarked
package vn.thidua.plan.document;

import org.jspecify.annotations.NullMarked;
