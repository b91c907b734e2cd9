/** The order of the tiers, read from a file: which kinds of unit there are, and what stands under what, since when. */
@NullMarked
package vn.thidua.organization.tiers;

import org.jspecify.annotations.NullMarked;
