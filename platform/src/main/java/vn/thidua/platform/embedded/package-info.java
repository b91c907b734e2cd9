/** The embedded MongoDB-compatible server: a first look and tests on a machine without MongoDB. */
@NullMarked
package vn.thidua.platform.embedded;

import org.jspecify.annotations.NullMarked;
