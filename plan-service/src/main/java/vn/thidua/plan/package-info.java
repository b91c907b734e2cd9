/** Plans with their tasks: read from documents or written by hand, issued, carried out, answered by the tier below. */
@NullMarked
package vn.thidua.plan;

import org.jspecify.annotations.NullMarked;
