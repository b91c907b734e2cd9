/** What stands between the network and everything else: routes, limits, headers, files of the dashboard. */
@NullMarked
package vn.thidua.gateway.edge;

import org.jspecify.annotations.NullMarked;
