@NullMarked
package vn.thidua.platform.consume;

import org.jspecify.annotations.NullMarked;
