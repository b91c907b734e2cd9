@NullMarked
package vn.thidua.gateway.edge;

import org.jspecify.annotations.NullMarked;
