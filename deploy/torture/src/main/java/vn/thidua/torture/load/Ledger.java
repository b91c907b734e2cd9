package vn.thidua.torture.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import vn.thidua.standalone.Rest;
import vn.thidua.torture.load.Told.Outcome;

/** What callers were told of each act, and what nobody knows yet. An act is noted before it is sent. */
public final class Ledger {

    private final Map<Act, Told> acts = new ConcurrentHashMap<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicLong newest = new AtomicLong(Long.MIN_VALUE);

    void begin(Act act) {
        acts.put(act, Told.begun());
    }

    void again(Act act) {
        acts.computeIfPresent(act, (_, told) -> told.again());
    }

    void decided(Act act, Outcome outcome, Rest.Answer answer) {
        Told told = acts.computeIfPresent(act, (_, before) -> before.decided(outcome, answer));
        if (told != null && outcome == Outcome.ACKNOWLEDGED) {
            acknowledged.incrementAndGet();
            newest.accumulateAndGet(told.sent(), Math::max);
        }
    }

    /** How many acts were acknowledged so far. */
    public int acknowledged() {
        return acknowledged.get();
    }

    /** When the latest of the acknowledged acts was first sent, by {@link System#nanoTime}. */
    public long newest() {
        return newest.get();
    }

    /** All acts of one outcome, with what was told. */
    public Map<Act, Told> all(Outcome outcome) {
        Map<Act, Told> found = new LinkedHashMap<>();
        acts.forEach((act, told) -> {
            if (told.outcome() == outcome) {
                found.put(act, told);
            }
        });
        return found;
    }

    /** Acts that nobody knows the outcome of. */
    public List<Act> open() {
        return List.copyOf(all(Outcome.UNKNOWN).keySet());
    }

    /** All acts. */
    public Map<Act, Told> all() {
        return Map.copyOf(acts);
    }
}
