/** How a list comes in: kept sealed while it is looked at, then written batch by batch, whatever crashes meanwhile. */
@NullMarked
package vn.thidua.organization.imports;

import org.jspecify.annotations.NullMarked;
