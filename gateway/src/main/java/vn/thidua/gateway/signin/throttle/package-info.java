/** Slows down whoever guesses, without keeping out whom the account belongs to. */
@NullMarked
package vn.thidua.gateway.signin.throttle;

import org.jspecify.annotations.NullMarked;
