@NullMarked
package vn.thidua.platform.audit;

import org.jspecify.annotations.NullMarked;
