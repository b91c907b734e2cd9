@NullMarked
package vn.thidua.access.publish;

import org.jspecify.annotations.NullMarked;
