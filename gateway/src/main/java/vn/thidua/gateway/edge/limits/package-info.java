/** How much one may ask for and send, and what every answer says to a browser. */
@NullMarked
package vn.thidua.gateway.edge.limits;

import org.jspecify.annotations.NullMarked;
