/** The grammar, sentence by sentence. */
@NullMarked
package vn.thidua.plan.reader.grammar;

import org.jspecify.annotations.NullMarked;
