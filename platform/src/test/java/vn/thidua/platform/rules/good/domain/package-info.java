@NullMarked
package vn.thidua.platform.rules.good.domain;

import org.jspecify.annotations.NullMarked;
