/** What follows from this context's events. */
@NullMarked
package vn.thidua.organization.react;

import org.jspecify.annotations.NullMarked;
