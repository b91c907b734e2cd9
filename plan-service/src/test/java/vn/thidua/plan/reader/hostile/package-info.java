/** What a file may do to the reader: it is refused by name or read, in bounded time and memory. */
@NullMarked
package vn.thidua.plan.reader.hostile;

import org.jspecify.annotations.NullMarked;
