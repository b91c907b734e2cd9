/** Puts the platform's parts together in a Spring Boot application; thin, and nothing else knows of it. */
@NullMarked
package vn.thidua.platform.boot;

import org.jspecify.annotations.NullMarked;
