/** What services promise each other over Kafka: records, topics, names. It depends on nothing. */
@NullMarked
package vn.thidua.contracts;

import org.jspecify.annotations.NullMarked;
