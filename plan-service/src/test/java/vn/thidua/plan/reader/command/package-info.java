/** The command as a caller meets it. */
@NullMarked
package vn.thidua.plan.reader.command;

import org.jspecify.annotations.NullMarked;
