/** An issued plan as a Word document in the layout of Decree 30/2020/NĐ-CP, annex I. */
@NullMarked
package vn.thidua.plan.document;

import org.jspecify.annotations.NullMarked;
