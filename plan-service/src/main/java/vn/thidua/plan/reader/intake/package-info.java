/** From the bytes of a file to a document of blocks: recognises files by content and refuses by name what it cannot read. */
@NullMarked
package vn.thidua.plan.reader.intake;

import org.jspecify.annotations.NullMarked;
