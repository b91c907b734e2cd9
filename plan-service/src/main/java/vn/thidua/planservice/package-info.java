/** The service: two contexts in one process. */
@NullMarked
package vn.thidua.planservice;

import org.jspecify.annotations.NullMarked;
