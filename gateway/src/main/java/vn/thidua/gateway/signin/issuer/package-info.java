/** Sign-in at an outside issuer (OpenID Connect), where one is configured. */
@NullMarked
package vn.thidua.gateway.signin.issuer;

import org.jspecify.annotations.NullMarked;
