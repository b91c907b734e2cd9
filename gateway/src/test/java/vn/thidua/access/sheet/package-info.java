@NullMarked
package vn.thidua.access.sheet;

import org.jspecify.annotations.NullMarked;
