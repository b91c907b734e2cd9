/** The document as blocks over one normalised text: what every kind of file is turned into before it is understood. */
@NullMarked
package vn.thidua.plan.reader.source;

import org.jspecify.annotations.NullMarked;
