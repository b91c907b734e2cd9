package vn.thidua.torture.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.thidua.standalone.Rest;
import vn.thidua.torture.load.Told.Outcome;

/**
 * Callers who establish villages, rename a few that all of them share, and ask for what must be refused, one act
 * after the other. What the n-th act is depends on the seed alone.
 */
public final class UnitLoad implements AutoCloseable {

    /** Where units are. */
    public static final String PATH = "/api/v1/organization/units";

    private static final int SHARED = 4;
    /** Given up only if the system does not come back at all. */
    private static final int TRIES = 1500;

    private static final long PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 1000;
    /** It is the answers that count, not how many: what is compared in the end should be read in seconds. */
    private static final long BETWEEN_MILLIS = 40;

    private final List<Rest> writers;
    private final String run;
    private final long seed;
    private final int base;
    private final Ledger ledger;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger next = new AtomicInteger();
    private final List<Thread> callers = new ArrayList<>();
    private final List<String> shared = new ArrayList<>();
    private final Map<String, Long> versions = new ConcurrentHashMap<>();
    private final String commune;
    private volatile boolean stopping;
    private volatile @Nullable RuntimeException failed;

    private UnitLoad(List<Rest> writers, String run, long seed, int base, String commune, Ledger ledger) {
        this.ledger = ledger;
        this.writers = List.copyOf(writers);
        this.run = run;
        this.seed = seed;
        this.base = base;
        this.commune = commune;
    }

    /**
     * Makes what the acts need: a province with a commune, and the shared villages.
     *
     * @param writers services that all take commands for the same stores
     * @param run begins every key, so that two loads on one installation do not meet
     * @param base first code of a village; a load has the 20 000 from there
     */
    public static UnitLoad prepare(List<Rest> writers, String run, long seed, int base) throws InterruptedException {
        var nowhere = new UnitLoad(writers, run, seed, base, "", new Ledger());
        String province = nowhere.made("province", body("PROVINCE", "P" + base, "Tỉnh Hòa Lạc", null));
        String commune = nowhere.made("commune", body("COMMUNE", "C" + base, "Xã An Bình", province));
        var load = new UnitLoad(writers, run, seed, base, commune, nowhere.ledger);
        for (int i = 0; i < SHARED; i++) {
            String village = load.made("shared-" + i, body("VILLAGE", load.code(i), "Thôn chung " + i, commune));
            load.shared.add(village);
            load.versions.put(village, 0L);
        }
        return load;
    }

    private String made(String what, String body) throws InterruptedException {
        var act = new Act(run + "-setup-" + what, Act.Kind.ESTABLISH, PATH, body, what, null, null);
        ledger.begin(act);
        persist(act);
        Told told = ledger.all().get(act);
        if (told == null || told.answer() == null) {
            throw new IllegalStateException("the load could not be prepared: " + what);
        }
        return told.answer().id();
    }

    private String code(int n) {
        return "%05d".formatted(base + n);
    }

    /** The commune in which all of it happens. */
    public String commune() {
        return commune;
    }

    /** Ids of the villages that all callers rename. */
    public List<String> shared() {
        return List.copyOf(shared);
    }

    public Ledger ledger() {
        return ledger;
    }

    /** Lets so many callers begin. */
    public void start(int count) {
        stopping = false;
        for (int i = 0; i < count; i++) {
            callers.add(Thread.ofPlatform().name("caller " + i).start(this::call));
        }
    }

    private void call() {
        int failures = 0;
        try {
            while (!stopping && failed == null) {
                int n = next.incrementAndGet();
                var random = new SplittableRandom(seed * 1_000_003 + n);
                Act act = act(n, random);
                ledger.begin(act);
                // some callers ask again, others leave it open to the end
                int tries = random.nextBoolean() ? 1 : 4;
                for (int i = 0; i < tries; i++) {
                    if (send(act)) {
                        failures = 0;
                        break;
                    }
                    Thread.sleep(Math.min(LONGEST_PAUSE_MILLIS, PAUSE_MILLIS << failures));
                    failures = Math.min(failures + 1, 5);
                }
                Thread.sleep(BETWEEN_MILLIS);
            }
        } catch (InterruptedException e) {
            // the load is over
        } catch (RuntimeException e) {
            failed = e;
        }
    }

    private Act act(int n, SplittableRandom random) {
        String key = "%s-request-%06d".formatted(run, n);
        String mark = "Thôn %s %d".formatted(run, n);
        return switch (random.nextInt(10)) {
            case 0 ->
                new Act(key, Act.Kind.TAKEN_CODE, PATH, body("VILLAGE", code(0), mark, commune), mark, null, null);
            case 1, 2, 3 -> {
                String village = shared.get(random.nextInt(SHARED));
                yield new Act(
                        key,
                        Act.Kind.RENAME,
                        PATH + "/" + village + "/renaming",
                        "{\"name\":\"%s\",\"effective\":\"2025-07-01\"}".formatted(mark),
                        mark,
                        village,
                        versions.getOrDefault(village, 0L));
            }
            default ->
                new Act(
                        key,
                        Act.Kind.ESTABLISH,
                        PATH,
                        body("VILLAGE", code(SHARED + n), mark, commune),
                        mark,
                        null,
                        null);
        };
    }

    private static String body(String kind, String code, String name, @Nullable String parent) {
        return "{\"kind\":\"%s\",\"code\":\"%s\",\"name\":\"%s\",\"parent\":%s,\"effective\":\"2025-07-01\"}"
                .formatted(kind, code, name, parent == null ? "null" : "\"" + parent + "\"");
    }

    /** Whether it is decided now. */
    private boolean send(Act act) throws InterruptedException {
        ledger.again(act);
        Rest.Answer answer;
        try {
            answer = ask(act);
        } catch (IOException e) {
            return false;
        }
        if (answer.isDone()) {
            if (act.unit() != null && answer.etag() != null) {
                versions.merge(act.unit(), version(answer.etag()), Math::max);
            }
            ledger.decided(act, Outcome.ACKNOWLEDGED, answer);
            return true;
        }
        // 404: the foreign tree or a view may be behind; 429: later
        if (answer.status() >= 500 || answer.status() == 404 || answer.status() == 429) {
            return false;
        }
        ledger.decided(act, Outcome.REFUSED, answer);
        if (act.unit() != null && act.version() != null && answer.status() == 412) {
            versions.merge(act.unit(), act.version() + 1, Math::max);
        }
        return true;
    }

    /** Sends it once, under its own key. */
    public Rest.Answer ask(Act act) throws IOException, InterruptedException {
        // another one each time, if there are several
        Rest rest = writers.get(Math.floorMod(turn.getAndIncrement(), writers.size()));
        return rest.post(act.path(), act.body(), act.key(), act.version() == null ? null : "\"" + act.version() + "\"");
    }

    /** The number in an ETag. */
    public static long version(String etag) {
        return Long.parseLong(etag.replace("\"", ""));
    }

    private void persist(Act act) throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            if (send(act)) {
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new IllegalStateException(act.key() + " was never answered");
    }

    /** Ends the callers; what is under way is answered or fails first. */
    public void stop() throws InterruptedException {
        stopping = true;
        for (Thread caller : callers) {
            caller.join();
        }
        callers.clear();
        @Nullable RuntimeException failure = failed;
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * Asks again, under the same keys, for everything that nobody has answered.
     *
     * @return how many those were
     */
    public int settle() throws InterruptedException {
        List<Act> open = ledger.open();
        for (Act act : open) {
            persist(act);
        }
        return open.size();
    }

    @Override
    public void close() throws InterruptedException {
        callers.forEach(Thread::interrupt);
        stop();
        writers.forEach(Rest::close);
    }
}
