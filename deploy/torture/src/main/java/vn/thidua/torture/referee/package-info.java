/** What must be there, and what is. */
@NullMarked
package vn.thidua.torture.referee;

import org.jspecify.annotations.NullMarked;
