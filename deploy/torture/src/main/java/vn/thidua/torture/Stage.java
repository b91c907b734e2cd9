package vn.thidua.torture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import vn.thidua.torture.load.PlanLoad;
import vn.thidua.torture.load.UnitLoad;

/** What a case has at hand, and where it tells what it saw. */
public final class Stage {

    private static final String NONE = "this case brings what it needs";

    private final @Nullable Rig rig;
    private final @Nullable UnitLoad units;
    private final @Nullable PlanLoad plans;
    private final @Nullable Path mongod;
    private final SplittableRandom random;
    private final Options options;
    private final Terminal terminal;
    private final List<String> seen = new ArrayList<>();
    private int kills;
    private @Nullable Duration recovery;

    Stage(Rig rig, UnitLoad units, PlanLoad plans, SplittableRandom random, Options options, Terminal terminal) {
        this(rig, units, plans, null, random, options, terminal);
    }

    private Stage(
            @Nullable Rig rig,
            @Nullable UnitLoad units,
            @Nullable PlanLoad plans,
            @Nullable Path mongod,
            SplittableRandom random,
            Options options,
            Terminal terminal) {
        this.mongod = mongod;
        this.rig = rig;
        this.units = units;
        this.plans = plans;
        this.random = random;
        this.options = options;
        this.terminal = terminal;
    }

    /** For a case that brings what it needs. */
    static Stage alone(SplittableRandom random, Options options, Path mongod, Terminal terminal) {
        return new Stage(null, null, null, mongod, random, options, terminal);
    }

    /** The installation. */
    public Rig rig() {
        return Objects.requireNonNull(rig, NONE);
    }

    /** The load; it runs. */
    public UnitLoad units() {
        return Objects.requireNonNull(units, NONE);
    }

    /** The other load; it runs as well. */
    public PlanLoad plans() {
        return Objects.requireNonNull(plans, NONE);
    }

    /** The program, for a case that brings what it needs. */
    public Path mongod() {
        return Objects.requireNonNull(mongod, "this case runs on an installation");
    }

    /** A folder for a case that brings what it needs. */
    public Path folder() {
        return options.home().resolve("home-" + ProcessHandle.current().pid());
    }

    /** The only chance there is: all of it comes from the seed. */
    public SplittableRandom random() {
        return random;
    }

    /** Whether it shall take as little time as it can. */
    public boolean isShort() {
        return options.isShort();
    }

    /** How many kills the case of kills does. */
    public int killsWanted() {
        return options.kills();
    }

    /** Counts a kill, and tells of it. */
    public void killed(String what) {
        kills++;
        terminal.say("  kill " + kills + ": " + what);
    }

    /** Tells what was seen. */
    public void seen(String what) {
        seen.add(what);
        terminal.say("  " + what);
    }

    /**
     * Waits until an act that is sent from now on is acknowledged.
     *
     * @return how long that took
     */
    public Duration recovered() throws Exception {
        long now = System.nanoTime();
        Duration took =
                Rig.await("acts are acknowledged again", () -> units().ledger().newest() > now);
        if (recovery == null || took.compareTo(recovery) > 0) {
            recovery = took;
        }
        return took;
    }

    /** Lets the load go on for a while. */
    public void goOn(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }

    List<String> seen() {
        return List.copyOf(seen);
    }

    int kills() {
        return kills;
    }

    @Nullable
    Duration recovery() {
        return recovery;
    }

    /** Seconds with one decimal. */
    public static String words(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
