/** Passwords: how they are kept, compared and chosen. */
@NullMarked
package vn.thidua.gateway.signin.password;

import org.jspecify.annotations.NullMarked;
