/** Plans and tasks over HTTP. */
@NullMarked
package vn.thidua.plan.api;

import org.jspecify.annotations.NullMarked;
