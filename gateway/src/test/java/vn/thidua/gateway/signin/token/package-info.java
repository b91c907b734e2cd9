@NullMarked
package vn.thidua.gateway.signin.token;

import org.jspecify.annotations.NullMarked;
