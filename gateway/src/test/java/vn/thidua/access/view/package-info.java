@NullMarked
package vn.thidua.access.view;

import org.jspecify.annotations.NullMarked;
