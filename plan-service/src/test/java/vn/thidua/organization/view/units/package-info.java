@NullMarked
package vn.thidua.organization.view.units;

import org.jspecify.annotations.NullMarked;
