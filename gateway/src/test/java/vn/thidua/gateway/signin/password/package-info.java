@NullMarked
package vn.thidua.gateway.signin.password;

import org.jspecify.annotations.NullMarked;
