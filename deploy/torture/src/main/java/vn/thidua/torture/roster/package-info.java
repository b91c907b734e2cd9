/** A second service that does something once for each unit it hears of. */
@NullMarked
package vn.thidua.torture.roster;

import org.jspecify.annotations.NullMarked;
