@NullMarked
package vn.thidua.platform.hosting;

import org.jspecify.annotations.NullMarked;
