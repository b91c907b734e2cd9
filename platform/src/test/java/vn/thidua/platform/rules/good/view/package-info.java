@NullMarked
package vn.thidua.platform.rules.good.view;

import org.jspecify.annotations.NullMarked;
