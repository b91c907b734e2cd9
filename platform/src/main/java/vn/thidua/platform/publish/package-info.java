@NullMarked
package vn.thidua.platform.publish;

import org.jspecify.annotations.NullMarked;
