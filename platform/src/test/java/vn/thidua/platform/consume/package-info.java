/** What comes from other contexts: read in order, taken once, whatever fails. */
@NullMarked
package vn.thidua.platform.consume;

import org.jspecify.annotations.NullMarked;
