@NullMarked
package vn.thidua.platform.processing;

import org.jspecify.annotations.NullMarked;
