/** Commands over HTTP: once-keys, versions, positions. */
@NullMarked
package vn.thidua.platform.web.command;

import org.jspecify.annotations.NullMarked;
