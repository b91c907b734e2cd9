@NullMarked
package vn.thidua.plan.view.directory;

import org.jspecify.annotations.NullMarked;
