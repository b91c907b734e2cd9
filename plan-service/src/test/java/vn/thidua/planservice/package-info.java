/** The service as a whole: both contexts, over HTTP. */
@NullMarked
package vn.thidua.planservice;

import org.jspecify.annotations.NullMarked;
