/** Plans with their tasks, and the service that holds them beside the tree of units. */
@NullMarked
package vn.thidua.plan;

import org.jspecify.annotations.NullMarked;
