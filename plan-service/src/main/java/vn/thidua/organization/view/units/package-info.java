/** Units through time, and the tree on any day. */
@NullMarked
package vn.thidua.organization.view.units;

import org.jspecify.annotations.NullMarked;
