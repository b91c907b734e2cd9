@NullMarked
package vn.thidua.platform.sealing;

import org.jspecify.annotations.NullMarked;
