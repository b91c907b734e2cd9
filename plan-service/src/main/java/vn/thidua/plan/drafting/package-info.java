/** From a document, an earlier plan, the plan above or nothing to a draft, and from there to an issued plan. */
@NullMarked
package vn.thidua.plan.drafting;

import org.jspecify.annotations.NullMarked;
