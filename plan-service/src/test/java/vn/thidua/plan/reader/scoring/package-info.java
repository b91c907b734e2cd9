/** How near a proposal comes to the answer a person wrote for the same document. */
@NullMarked
package vn.thidua.plan.reader.scoring;

import org.jspecify.annotations.NullMarked;
