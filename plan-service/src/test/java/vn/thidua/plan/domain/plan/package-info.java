@NullMarked
package vn.thidua.plan.domain.plan;

import org.jspecify.annotations.NullMarked;
