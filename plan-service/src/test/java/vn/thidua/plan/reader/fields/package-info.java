/** Fields of small invented plans. */
@NullMarked
package vn.thidua.plan.reader.fields;

import org.jspecify.annotations.NullMarked;
