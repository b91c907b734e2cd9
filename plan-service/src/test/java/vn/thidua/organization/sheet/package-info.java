/** Lists of units and people, good ones and hostile ones. */
@NullMarked
package vn.thidua.organization.sheet;

import org.jspecify.annotations.NullMarked;
