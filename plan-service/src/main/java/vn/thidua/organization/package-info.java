/** Units, people and their posts: who stood where on which day. */
@NullMarked
package vn.thidua.organization;

import org.jspecify.annotations.NullMarked;
