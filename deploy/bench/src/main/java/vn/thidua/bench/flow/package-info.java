/** Measures what follows the events: views, topics, foreign views. */
@NullMarked
package vn.thidua.bench.flow;

import org.jspecify.annotations.NullMarked;
