/** Files as people send them, and as nobody should. */
@NullMarked
package vn.thidua.organization.sheet.read;

import org.jspecify.annotations.NullMarked;
