@NullMarked
package vn.thidua.gateway.edge.limits;

import org.jspecify.annotations.NullMarked;
