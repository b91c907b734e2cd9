/** What the aggregates of this context share. */
@NullMarked
package vn.thidua.access.domain;

import org.jspecify.annotations.NullMarked;
