/** What a domain may know of the spine: values without behaviour of their own. */
@NullMarked
package vn.thidua.platform.values;

import org.jspecify.annotations.NullMarked;
