/** The faults themselves. */
@NullMarked
package vn.thidua.torture.fault;

import org.jspecify.annotations.NullMarked;
