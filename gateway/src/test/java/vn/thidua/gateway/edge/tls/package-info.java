@NullMarked
package vn.thidua.gateway.edge.tls;

import org.jspecify.annotations.NullMarked;
