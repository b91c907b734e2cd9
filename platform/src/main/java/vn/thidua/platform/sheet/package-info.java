/** Lists as workbooks and CSV, and dates as clerks write them. */
@NullMarked
package vn.thidua.platform.sheet;

import org.jspecify.annotations.NullMarked;
