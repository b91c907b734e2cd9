/** What people's records ask of accounts. */
@NullMarked
package vn.thidua.access.consume;

import org.jspecify.annotations.NullMarked;
