/** Breaks a running installation on purpose, and compares what callers were told with what is there afterwards. */
@NullMarked
package vn.thidua.torture;

import org.jspecify.annotations.NullMarked;
