/** Units, posts and groups as the tree of units tells of them, on any day. */
@NullMarked
package vn.thidua.plan.view.directory;

import org.jspecify.annotations.NullMarked;
