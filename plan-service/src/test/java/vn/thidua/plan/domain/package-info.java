@NullMarked
package vn.thidua.plan.domain;

import org.jspecify.annotations.NullMarked;
