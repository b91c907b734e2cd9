/** The keys that tokens are signed with, and the tokens for the services. */
@NullMarked
package vn.thidua.gateway.signin.token;

import org.jspecify.annotations.NullMarked;
