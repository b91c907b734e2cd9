/** What every service stands on; knows no word of any context. */
@NullMarked
package vn.thidua.platform;

import org.jspecify.annotations.NullMarked;
