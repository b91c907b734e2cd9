/** Groups through time. */
@NullMarked
package vn.thidua.organization.view.groups;

import org.jspecify.annotations.NullMarked;
