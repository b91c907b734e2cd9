@NullMarked
package vn.thidua.platform.view;

import org.jspecify.annotations.NullMarked;
