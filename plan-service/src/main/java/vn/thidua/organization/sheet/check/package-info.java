/** A whole file against the tree as it stands and against itself: what each row would do, or why not. */
@NullMarked
package vn.thidua.organization.sheet.check;

import org.jspecify.annotations.NullMarked;
