/** Backends that a program starts by itself, for one machine and for tests: mongod, an embedded server, Kafka. */
@NullMarked
package vn.thidua.platform.embedded;

import org.jspecify.annotations.NullMarked;
