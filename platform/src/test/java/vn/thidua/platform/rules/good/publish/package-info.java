@NullMarked
package vn.thidua.platform.rules.good.publish;

import org.jspecify.annotations.NullMarked;
