@NullMarked
package vn.thidua.gateway.signin.session;

import org.jspecify.annotations.NullMarked;
