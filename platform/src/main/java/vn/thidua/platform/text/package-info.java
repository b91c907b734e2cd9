/** Vietnamese text as it comes in, is searched, sorted and compared. */
@NullMarked
package vn.thidua.platform.text;

import org.jspecify.annotations.NullMarked;
