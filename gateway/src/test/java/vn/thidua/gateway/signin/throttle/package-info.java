@NullMarked
package vn.thidua.gateway.signin.throttle;

import org.jspecify.annotations.NullMarked;
