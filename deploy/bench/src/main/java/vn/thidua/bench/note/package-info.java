/** An invented context that is as small as one can be: what is measured is the spine, not a domain. */
@NullMarked
package vn.thidua.bench.note;

import org.jspecify.annotations.NullMarked;
