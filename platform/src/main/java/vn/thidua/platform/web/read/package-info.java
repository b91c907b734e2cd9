/** Reading over HTTP: waiting for a position, pages. */
@NullMarked
package vn.thidua.platform.web.read;

import org.jspecify.annotations.NullMarked;
