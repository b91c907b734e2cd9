/** An invented context, small enough to read at once: accounts, their names, money between them. */
@NullMarked
package vn.thidua.platform.ledger;

import org.jspecify.annotations.NullMarked;
