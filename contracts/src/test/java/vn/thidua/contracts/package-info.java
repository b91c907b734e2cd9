/** What is promised is written down, read back and never taken away. */
@NullMarked
package vn.thidua.contracts;

import org.jspecify.annotations.NullMarked;
