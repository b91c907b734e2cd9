/** The reader as a command. */
@NullMarked
package vn.thidua.plan.reader.command;

import org.jspecify.annotations.NullMarked;
