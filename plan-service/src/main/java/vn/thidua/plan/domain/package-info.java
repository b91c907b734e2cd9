/** What plans and tasks have in common. Pure: time, ids and who acts are arguments. */
@NullMarked
package vn.thidua.plan.domain;

import org.jspecify.annotations.NullMarked;
