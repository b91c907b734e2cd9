/**
 * Everything on one machine: chooses and starts database and Kafka, makes the secrets, starts all services in one process
 * or in one each, tells how they are, and ends them.
 */
@NullMarked
package vn.thidua.standalone;

import org.jspecify.annotations.NullMarked;
