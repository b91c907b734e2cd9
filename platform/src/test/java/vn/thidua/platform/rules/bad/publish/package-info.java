@NullMarked
package vn.thidua.platform.rules.bad.publish;

import org.jspecify.annotations.NullMarked;
