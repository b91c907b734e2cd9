/** Lists of units and people as tables: what a cell holds, what a column is called, how words are compared. */
@NullMarked
package vn.thidua.organization.sheet;

import org.jspecify.annotations.NullMarked;
