@NullMarked
package vn.thidua.platform.context;

import org.jspecify.annotations.NullMarked;
