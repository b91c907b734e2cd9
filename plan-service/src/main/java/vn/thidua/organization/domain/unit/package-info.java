/** The dated tree of units, and the codes they hold. */
@NullMarked
package vn.thidua.organization.domain.unit;

import org.jspecify.annotations.NullMarked;
