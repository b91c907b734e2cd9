@NullMarked
package vn.thidua.platform.rules.bad.domain;

import org.jspecify.annotations.NullMarked;
