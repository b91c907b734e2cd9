/** Measures the plan reader on documents of its own making. */
@NullMarked
package vn.thidua.bench;

import org.jspecify.annotations.NullMarked;
