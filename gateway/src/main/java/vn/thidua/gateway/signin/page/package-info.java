/** The page for signing in, and what stands before every request. */
@NullMarked
package vn.thidua.gateway.signin.page;

import org.jspecify.annotations.NullMarked;
