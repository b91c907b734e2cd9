/** Each fault with the promise that it tries. */
@NullMarked
package vn.thidua.torture.cases;

import org.jspecify.annotations.NullMarked;
