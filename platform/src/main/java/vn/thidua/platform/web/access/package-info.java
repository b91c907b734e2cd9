/** Deny by default: who may call which endpoint. */
@NullMarked
package vn.thidua.platform.web.access;

import org.jspecify.annotations.NullMarked;
