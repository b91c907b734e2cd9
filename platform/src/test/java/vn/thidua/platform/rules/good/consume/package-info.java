@NullMarked
package vn.thidua.platform.rules.good.consume;

import org.jspecify.annotations.NullMarked;
