@NullMarked
package vn.thidua.gateway.signin.page;

import org.jspecify.annotations.NullMarked;
