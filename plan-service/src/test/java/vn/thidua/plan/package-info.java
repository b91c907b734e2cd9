@NullMarked
package vn.thidua.plan;

import org.jspecify.annotations.NullMarked;
