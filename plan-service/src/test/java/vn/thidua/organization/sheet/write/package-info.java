/** Exported lists, read back. */
@NullMarked
package vn.thidua.organization.sheet.write;

import org.jspecify.annotations.NullMarked;
