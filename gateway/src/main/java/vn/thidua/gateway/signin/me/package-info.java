/** What the signed-in person sees and changes of the own account. */
@NullMarked
package vn.thidua.gateway.signin.me;

import org.jspecify.annotations.NullMarked;
