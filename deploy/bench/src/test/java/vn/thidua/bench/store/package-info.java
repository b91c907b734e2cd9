@NullMarked
package vn.thidua.bench.store;

import org.jspecify.annotations.NullMarked;
