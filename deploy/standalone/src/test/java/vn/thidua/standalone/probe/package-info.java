/** A service for the tests of the launcher. */
@NullMarked
package vn.thidua.standalone.probe;

import org.jspecify.annotations.NullMarked;
