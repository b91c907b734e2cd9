/** Systems that come with a secret of their own: tokens for them, and what they may. */
@NullMarked
package vn.thidua.gateway.signin.client;

import org.jspecify.annotations.NullMarked;
