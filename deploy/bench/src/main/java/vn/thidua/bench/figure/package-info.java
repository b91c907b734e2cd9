/** What a run of the bench finds out, how it is compared, and how it is told. */
@NullMarked
package vn.thidua.bench.figure;

import org.jspecify.annotations.NullMarked;
