/** Accounts of people: names, passwords, roles, delegations, locks. */
@NullMarked
package vn.thidua.access.domain.account;

import org.jspecify.annotations.NullMarked;
