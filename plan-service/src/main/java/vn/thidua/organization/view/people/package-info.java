/** People and the posts they hold. */
@NullMarked
package vn.thidua.organization.view.people;

import org.jspecify.annotations.NullMarked;
