/** How everything behind the gateway is doing, for operators. */
@NullMarked
package vn.thidua.gateway.edge.operations;

import org.jspecify.annotations.NullMarked;
