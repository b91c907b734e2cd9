@NullMarked
package vn.thidua.platform.backup;

import org.jspecify.annotations.NullMarked;
