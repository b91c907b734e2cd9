/** What other modules test with: real backends, approved files, patience. */
@NullMarked
package vn.thidua.platform.testing;

import org.jspecify.annotations.NullMarked;
