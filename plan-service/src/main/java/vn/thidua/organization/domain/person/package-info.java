/** People apart from any account, and the posts they hold. */
@NullMarked
package vn.thidua.organization.domain.person;

import org.jspecify.annotations.NullMarked;
