/** Whom the words of documents meant before. */
@NullMarked
package vn.thidua.plan.view.wordings;

import org.jspecify.annotations.NullMarked;
