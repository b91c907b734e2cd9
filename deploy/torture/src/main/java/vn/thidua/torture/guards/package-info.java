/** What a weakened spine would break, each made certain to show: fail points of mongod and a stopped broker, not luck. */
@NullMarked
package vn.thidua.torture.guards;

import org.jspecify.annotations.NullMarked;
