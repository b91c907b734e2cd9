/** The descriptions of all contexts as one. */
@NullMarked
package vn.thidua.gateway.edge.describe;

import org.jspecify.annotations.NullMarked;
