/** Lists as XLSX or CSV, and the template that people fill in. */
@NullMarked
package vn.thidua.organization.sheet.write;

import org.jspecify.annotations.NullMarked;
