@NullMarked
package vn.thidua.organization.publish;

import org.jspecify.annotations.NullMarked;
