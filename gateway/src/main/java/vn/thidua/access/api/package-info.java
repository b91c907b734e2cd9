/** The endpoints. */
@NullMarked
package vn.thidua.access.api;

import org.jspecify.annotations.NullMarked;
