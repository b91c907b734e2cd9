/** An invented application that the tests of the web layer run against: notes that belong to units. */
@NullMarked
package vn.thidua.platform.notes;

import org.jspecify.annotations.NullMarked;
