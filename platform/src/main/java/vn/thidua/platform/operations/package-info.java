/** What operators look at and do: processors, parked events, the chain, views. */
@NullMarked
package vn.thidua.platform.operations;

import org.jspecify.annotations.NullMarked;
