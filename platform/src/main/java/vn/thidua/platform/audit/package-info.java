/** Who did what: accepted acts from the log, refused ones beside it. */
@NullMarked
package vn.thidua.platform.audit;

import org.jspecify.annotations.NullMarked;
