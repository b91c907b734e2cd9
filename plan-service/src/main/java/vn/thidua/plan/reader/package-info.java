/**
 * The plan reader: the file of a plan in, a proposal with the source of every value out. A pure library: it knows no
 * framework, no server, no clock and no file name.
 */
@NullMarked
package vn.thidua.plan.reader;

import org.jspecify.annotations.NullMarked;
