/** From the bytes of an XLSX or CSV file to rows of known columns; whatever the file does, within bounds. */
@NullMarked
package vn.thidua.organization.sheet.read;

import org.jspecify.annotations.NullMarked;
