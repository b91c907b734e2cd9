package vn.thidua.platform.publish;

import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Kafka did not take or answer it in time. A failure of a backend: it is waited out, nothing is parked for it. */
public final class KafkaUnavailableException extends RetriableException {

    private static final long serialVersionUID = 1;

    public KafkaUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
