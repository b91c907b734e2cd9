/** Lists on their way into the log and back out. */
@NullMarked
package vn.thidua.organization.imports;

import org.jspecify.annotations.NullMarked;
