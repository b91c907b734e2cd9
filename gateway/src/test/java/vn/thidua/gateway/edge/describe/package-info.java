@NullMarked
package vn.thidua.gateway.edge.describe;

import org.jspecify.annotations.NullMarked;
