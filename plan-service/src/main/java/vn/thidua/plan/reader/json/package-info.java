/** The proposal as JSON. */
@NullMarked
package vn.thidua.plan.reader.json;

import org.jspecify.annotations.NullMarked;
