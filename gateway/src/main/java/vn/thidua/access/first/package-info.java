/** How an installation gets an administrator: the first one, and again when all are lost. */
@NullMarked
package vn.thidua.access.first;

import org.jspecify.annotations.NullMarked;
