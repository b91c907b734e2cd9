package vn.thidua.platform.processing;

import java.time.Clock;
import java.util.List;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;

/** What operators do with parked events. An aggregate's events stay parked for a processor until none is left. */
public final class Parking {

    private final Processors processors;
    private final Letters letters;

    Parking(Processors processors, Letters letters, Clock clock) {
        this.processors = processors;
        this.letters = letters;
    }

    /** What is parked, in log order. */
    public List<ParkedEvent> list(String processor) {
        return letters.of(processor);
    }

    /**
     * Tries the parked events of one aggregate again, in order; stops at the first that fails again.
     *
     * @return how many went well
     * @throws IllegalStateException if another process does the work of this processor: ask that one
     * @throws IllegalArgumentException if there is no such processor
     */
    public int retry(String processor, String aggregateId) {
        try {
            return processors.processor(processor).retry(aggregateId, processors::eventAt);
        } catch (UnableToClaimTokenException e) {
            throw new IllegalStateException("another process works on " + processor, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * Takes one parked event away for good: this processor will never have seen it.
     *
     * @throws IllegalArgumentException if there is no such processor
     */
    public void drop(String processor, ParkedEvent letter) {
        letters.remove(processor, letter.position());
        try {
            processors.processor(processor).dropped(letter.aggregateId());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
