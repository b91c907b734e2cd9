@NullMarked
package vn.thidua.platform.rules.bad.view;

import org.jspecify.annotations.NullMarked;
