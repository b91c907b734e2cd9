@NullMarked
package vn.thidua.platform.files;

import org.jspecify.annotations.NullMarked;
