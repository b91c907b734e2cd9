/** The way to the gateway is private as soon as it leads over a network. */
@NullMarked
package vn.thidua.gateway.edge.tls;

import org.jspecify.annotations.NullMarked;
