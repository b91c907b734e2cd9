/** Who may sign in, and what for: accounts, roles, delegations, clients. */
@NullMarked
package vn.thidua.access;

import org.jspecify.annotations.NullMarked;
