/** What an import accepts at which step. */
@NullMarked
package vn.thidua.organization.domain.imports;

import org.jspecify.annotations.NullMarked;
