/** Lists of accounts as files: what stands in their rows. */
@NullMarked
package vn.thidua.access.sheet;

import org.jspecify.annotations.NullMarked;
