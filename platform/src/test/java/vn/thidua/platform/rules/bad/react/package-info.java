@NullMarked
package vn.thidua.platform.rules.bad.react;

import org.jspecify.annotations.NullMarked;
