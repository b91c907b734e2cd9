/** Named sets of units or people. */
@NullMarked
package vn.thidua.organization.domain.group;

import org.jspecify.annotations.NullMarked;
