/** Files that lie open: the dashboard and the readable description. They hold nobody's data. */
@NullMarked
package vn.thidua.gateway.edge.pages;

import org.jspecify.annotations.NullMarked;
