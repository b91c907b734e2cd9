@NullMarked
package vn.thidua.gateway.signin;

import org.jspecify.annotations.NullMarked;
