/** Who is signed in: one document per session, found by the hash of its id, shared by all gateways. */
@NullMarked
package vn.thidua.gateway.signin.session;

import org.jspecify.annotations.NullMarked;
