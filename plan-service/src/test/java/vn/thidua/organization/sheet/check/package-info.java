/** What rows would do, and why not. */
@NullMarked
package vn.thidua.organization.sheet.check;

import org.jspecify.annotations.NullMarked;
