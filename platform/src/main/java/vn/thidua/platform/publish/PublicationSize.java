package vn.thidua.platform.publish;

import java.util.Collection;
import vn.thidua.contracts.ContractEvent;
import vn.thidua.platform.processing.LoggedEvent;

/**
 * Asked before a commit is appended: what could not be sent is not recorded either. Publishing is a pure function, so its
 * outcome is known by then; position and sequence are not.
 */
public final class PublicationSize {

    /** What the contract events of one command may weigh, in bytes; well below the largest record of a topic. */
    public static final int MAX_BYTES = 12 * 1024 * 1024;

    private final Publication publication;
    private final int maxBytes;

    /** The bound of {@link #MAX_BYTES}. */
    public PublicationSize(Publication publication) {
        this(publication, MAX_BYTES);
    }

    PublicationSize(Publication publication, int maxBytes) {
        this.publication = publication;
        this.maxBytes = maxBytes;
    }

    /**
     * @param events all events of one commit
     * @throws PublicationTooLargeException if their contract events weigh too much
     */
    public void check(Collection<LoggedEvent> events) {
        long bytes = 0;
        for (LoggedEvent event : events) {
            for (ContractEvent each : publication.publish(event)) {
                bytes += ContractJson.write(each).length;
            }
        }
        if (bytes > maxBytes) {
            throw new PublicationTooLargeException(bytes, maxBytes);
        }
    }
}
