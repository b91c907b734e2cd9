@NullMarked
package vn.thidua.platform.react;

import org.jspecify.annotations.NullMarked;
