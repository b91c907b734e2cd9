@NullMarked
package vn.thidua.access.domain;

import org.jspecify.annotations.NullMarked;
