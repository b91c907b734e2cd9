/** The one door: who comes in is known behind it, and every request goes to the service that holds its context. */
@NullMarked
package vn.thidua.gateway;

import org.jspecify.annotations.NullMarked;
