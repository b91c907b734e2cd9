package vn.thidua.platform.consume;

import org.jspecify.annotations.Nullable;
import vn.thidua.contracts.ContractEvent;
import vn.thidua.platform.publish.Envelope;

/**
 * A contract event as it came.
 *
 * @param event null if this version does not know its type: it is counted and passed over
 */
public record ContractRecord(
        Envelope envelope, @Nullable ContractEvent event, String topic, int partition, long offset) {}
