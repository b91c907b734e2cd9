/** The tree and its people over HTTP. */
@NullMarked
package vn.thidua.organization.api;

import org.jspecify.annotations.NullMarked;
