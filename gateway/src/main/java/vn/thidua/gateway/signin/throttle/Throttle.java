package vn.thidua.gateway.signin.throttle;

import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Counts tries at sign-in, for all gateways together, and lets the next one wait. Three counts, by keyed hashes of what
 * they are about:
 *
 * <ul>
 *   <li>one name from one address: the first few are free, then each one costs twice as long as the one before;
 *   <li>one name from anywhere: beyond a number of failures, an address gets few free tries for it;
 *   <li>one address for any name: whoever tries one password on many names is slowed too.
 * </ul>
 *
 * <p>A browser that the account has signed in from before (see {@link KnownDevices}) is asked for its own count alone, so
 * that nobody's guessing keeps the owner out; and at an address of their own an owner always has a first few tries. A try
 * is counted before the password is compared: many at once gain nothing.
 */
public final class Throttle {

    private static final String ID = "_id";
    private static final String COUNT = "n";
    private static final String NEXT = "next";
    private static final String LAST = "at";

    private final MongoCollection<Document> tries;
    private final Keyed keyed;
    private final Clock clock;

    /** How one count slows down. */
    private record Rule(int free, Duration longest, Duration forgotten) {

        Duration delay(long failures) {
            long beyond = failures - free;
            if (beyond <= 0) {
                return Duration.ZERO;
            }
            Duration doubled = Duration.ofSeconds(1L << Math.min(beyond - 1, 20));
            return doubled.compareTo(longest) < 0 ? doubled : longest;
        }
    }

    private static final Rule PAIR = new Rule(5, Duration.ofMinutes(15), Duration.ofDays(1));
    private static final Rule DEVICE = new Rule(10, Duration.ofMinutes(1), Duration.ofDays(1));
    private static final Rule NAME = new Rule(30, Duration.ofMinutes(15), Duration.ofHours(6));
    private static final Rule ADDRESS = new Rule(30, Duration.ofSeconds(30), Duration.ofMinutes(30));

    /** Tries for a name that an address has, however much the name is guessed at from elsewhere. */
    private static final int ALWAYS = 2;

    /** Longer than any rule remembers. */
    private static final Duration KEPT = Duration.ofDays(2);

    public Throttle(MongoDatabase database, Keyed keyed, Clock clock) {
        this.tries = database.withReadPreference(ReadPreference.primary())
                .withWriteConcern(WriteConcern.MAJORITY)
                .getCollection("sign_in_tries");
        this.keyed = keyed;
        this.clock = clock;
    }

    /** What was decided about a try. */
    public sealed interface Decision {}

    /** It may be compared; the answer is told by {@link #succeeded}, or nothing if it was wrong. */
    public record Admitted(List<String> counted, String own) implements Decision {}

    /**
     * It may not.
     *
     * @param delay before the next one
     */
    public record Refused(Duration delay) implements Decision {}

    private record Count(String key, Rule rule, long before) {}

    /**
     * A try.
     *
     * @param name as it was typed; there need not be such an account
     * @param device id of the known device, if the browser has shown one for this account
     */
    public Decision tryOnce(String name, String address, Optional<String> device) {
        Instant now = clock.instant();
        String pair = keyed.of("pair", name, network(address));
        Map<String, Rule> rules = new HashMap<>();
        String own = device.map(id -> keyed.of("device", id)).orElse(pair);
        if (device.isPresent()) {
            rules.put(own, DEVICE);
        } else {
            rules.put(pair, PAIR);
            rules.put(keyed.of("name", name), NAME);
            rules.put(keyed.of("address", network(address)), ADDRESS);
        }
        Map<String, Document> stored = read(rules);
        boolean early = device.isEmpty() && failures(stored.get(pair), PAIR, now) < ALWAYS;
        List<Count> counts = new ArrayList<>();
        Duration wait = Duration.ZERO;
        for (Map.Entry<String, Rule> each : rules.entrySet()) {
            @Nullable Document count = stored.get(each.getKey());
            boolean passes = early && each.getValue().equals(NAME);
            Duration left = passes ? Duration.ZERO : left(count, now);
            wait = left.compareTo(wait) > 0 ? left : wait;
            counts.add(new Count(each.getKey(), each.getValue(), failures(count, each.getValue(), now)));
        }
        return wait.isPositive() ? new Refused(wait) : count(counts, own, early, now);
    }

    private Decision count(List<Count> counts, String own, boolean early, Instant now) {
        List<String> counted = new ArrayList<>();
        Duration wait = Duration.ZERO;
        for (Count each : counts) {
            long after = increase(each, now);
            counted.add(each.key());
            // another one came between reading and counting: beyond the free ones only one of them may go on
            boolean overtaken = after > each.before() + 1 && after > each.rule().free();
            if (overtaken && !(early && each.rule().equals(NAME))) {
                wait = Duration.ofSeconds(1);
            }
            Duration delay = each.rule().delay(after);
            if (delay.isPositive()) {
                tries.updateOne(Filters.eq(each.key()), Updates.max(NEXT, Date.from(now.plus(delay))));
            }
        }
        return wait.isPositive() ? new Refused(wait) : new Admitted(counted, own);
    }

    /** The try was right: it counts nowhere, and the own count begins anew. */
    public void succeeded(Admitted admitted) {
        for (String key : admitted.counted()) {
            if (key.equals(admitted.own())) {
                tries.deleteOne(Filters.eq(key));
            } else {
                undo(key);
            }
        }
    }

    /** The try was not compared after all. */
    public void undone(Admitted admitted) {
        admitted.counted().forEach(this::undo);
    }

    private void undo(String key) {
        // a wait that others have earned stays: one right password does not buy them more tries
        tries.updateOne(Filters.eq(key), Updates.inc(COUNT, -1L));
    }

    /** Removes what is forgotten. */
    public void sweep() {
        tries.deleteMany(Filters.lt(LAST, Date.from(clock.instant().minus(KEPT))));
    }

    private Map<String, Document> read(Map<String, Rule> rules) {
        Map<String, Document> found = new HashMap<>();
        tries.find(Filters.in(ID, rules.keySet())).forEach(each -> found.put(each.getString(ID), each));
        return found;
    }

    private long increase(Count count, Instant now) {
        if (count.before() == 0) {
            // there is none, or it is forgotten
            tries.deleteOne(Filters.and(
                    Filters.eq(count.key()),
                    Filters.lt(LAST, Date.from(now.minus(count.rule().forgotten())))));
        }
        Document after = Objects.requireNonNull(tries.findOneAndUpdate(
                Filters.eq(count.key()),
                Updates.combine(Updates.inc(COUNT, 1L), Updates.set(LAST, Date.from(now))),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        return after.get(COUNT, Number.class).longValue();
    }

    private static long failures(@Nullable Document count, Rule rule, Instant now) {
        if (count == null || !count.getDate(LAST).toInstant().isAfter(now.minus(rule.forgotten()))) {
            return 0;
        }
        return Math.max(0, count.get(COUNT, Number.class).longValue());
    }

    private static Duration left(@Nullable Document count, Instant now) {
        @Nullable Date next = count == null ? null : count.getDate(NEXT);
        return next == null || !next.toInstant().isAfter(now) ? Duration.ZERO : Duration.between(now, next.toInstant());
    }

    /** An IPv6 address is one of very many that its owner has: the first four groups count. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String[] groups = address.split(":", -1);
        return String.join(":", List.of(groups).subList(0, Math.min(4, groups.length)));
    }
}
