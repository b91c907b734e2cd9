/** What sign-in and the pages read. */
@NullMarked
package vn.thidua.access.view;

import org.jspecify.annotations.NullMarked;
