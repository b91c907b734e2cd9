/** What the aggregates share: days and derived ids. Pure: time and ids are arguments. */
@NullMarked
package vn.thidua.organization.domain;

import org.jspecify.annotations.NullMarked;
