/** How people and systems prove who they are, and what a request may do from then on. */
@NullMarked
package vn.thidua.gateway.signin;

import org.jspecify.annotations.NullMarked;
