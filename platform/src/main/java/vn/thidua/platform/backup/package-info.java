/** Backups of all contexts of an installation in one folder, and their restoring. See the README for the format. */
@NullMarked
package vn.thidua.platform.backup;

import org.jspecify.annotations.NullMarked;
