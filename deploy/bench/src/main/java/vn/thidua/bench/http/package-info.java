/** Measures a service over HTTP, beside an empty one. */
@NullMarked
package vn.thidua.bench.http;

import org.jspecify.annotations.NullMarked;
