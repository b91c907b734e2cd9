/** Callers whose acts have known answers. */
@NullMarked
package vn.thidua.torture.load;

import org.jspecify.annotations.NullMarked;
