/** A list of units and people that is taken in as a whole, in batches, and can be taken back. */
@NullMarked
package vn.thidua.organization.domain.imports;

import org.jspecify.annotations.NullMarked;
