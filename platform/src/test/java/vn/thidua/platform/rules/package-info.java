@NullMarked
package vn.thidua.platform.rules;

import org.jspecify.annotations.NullMarked;
