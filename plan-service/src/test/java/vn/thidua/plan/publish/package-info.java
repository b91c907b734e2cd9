/** Which events others hear, and in what form. */
@NullMarked
package vn.thidua.plan.publish;

import org.jspecify.annotations.NullMarked;
