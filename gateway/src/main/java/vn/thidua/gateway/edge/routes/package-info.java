/** Requests for a context go to the service that holds it, and come back with its answer. */
@NullMarked
package vn.thidua.gateway.edge.routes;

import org.jspecify.annotations.NullMarked;
