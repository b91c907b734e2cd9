/** From zones, outline and tables to the fields of the proposal. */
@NullMarked
package vn.thidua.plan.reader.fields;

import org.jspecify.annotations.NullMarked;
