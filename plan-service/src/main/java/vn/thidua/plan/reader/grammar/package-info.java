/** The general grammar of administrative Vietnamese: letters, dates, deadlines, citations, ordinals, units, numbers. */
@NullMarked
package vn.thidua.plan.reader.grammar;

import org.jspecify.annotations.NullMarked;
