/** Which contract events a domain event becomes. */
@NullMarked
package vn.thidua.organization.publish;

import org.jspecify.annotations.NullMarked;
