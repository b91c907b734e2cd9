/** Imports and how far each is. */
@NullMarked
package vn.thidua.organization.view.imports;

import org.jspecify.annotations.NullMarked;
