package vn.thidua.torture.load;

import org.jspecify.annotations.Nullable;
import vn.thidua.standalone.Rest;

/**
 * What is known of an act.
 *
 * @param answer that decided it; null as long as nobody knows
 * @param sent when it was first sent, by {@link System#nanoTime}
 * @param answered when it was decided
 * @param tries how often it was sent
 */
public record Told(Outcome outcome, Rest.@Nullable Answer answer, long sent, long answered, int tries) {

    /** What a caller knows. */
    public enum Outcome {
        /** Sent, and never answered so that it would be decided. */
        UNKNOWN,
        ACKNOWLEDGED,
        REFUSED
    }

    static Told begun() {
        return new Told(Outcome.UNKNOWN, null, System.nanoTime(), 0, 0);
    }

    Told again() {
        return new Told(outcome, answer, sent, answered, tries + 1);
    }

    Told decided(Outcome by, Rest.Answer with) {
        return new Told(by, with, sent, System.nanoTime(), tries);
    }
}
