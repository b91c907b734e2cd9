/** What leaves a context: its form, its order, and what happens when Kafka fails. */
@NullMarked
package vn.thidua.platform.publish;

import org.jspecify.annotations.NullMarked;
