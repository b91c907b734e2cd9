/** Answers to what goes wrong: RFC 9457, in Vietnamese and English. */
@NullMarked
package vn.thidua.platform.web.problem;

import org.jspecify.annotations.NullMarked;
