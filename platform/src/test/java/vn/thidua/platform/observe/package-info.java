@NullMarked
package vn.thidua.platform.observe;

import org.jspecify.annotations.NullMarked;
