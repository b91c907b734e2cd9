/** What follows from this context's own events. */
@NullMarked
package vn.thidua.access.react;

import org.jspecify.annotations.NullMarked;
