@NullMarked
package vn.thidua.platform.scope;

import org.jspecify.annotations.NullMarked;
