@NullMarked
package vn.thidua.organization.domain;

import org.jspecify.annotations.NullMarked;
