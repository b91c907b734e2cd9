package vn.thidua.torture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.embedded.MongodProcess;
import vn.thidua.platform.embedded.Ports;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.security.Role;
import vn.thidua.standalone.Installation;
import vn.thidua.standalone.Rest;
import vn.thidua.standalone.Secrets;
import vn.thidua.standalone.State;
import vn.thidua.torture.load.PlanLoad;
import vn.thidua.torture.load.UnitLoad;
import vn.thidua.torture.referee.Referee;

/** An installation of its own. */
public final class Rig implements AutoCloseable {

    /** A slow machine takes its time to start anything, and a processor that was given up is taken up a minute later. */
    public static final Duration PATIENCE = Duration.ofMinutes(8);

    private final Installation installation;
    private final boolean isApart;
    private final @Nullable Yard yard;

    private Rig(Installation installation, boolean isApart, @Nullable Yard yard) {
        this.isApart = isApart;
        this.installation = installation;
        this.yard = yard;
    }

    /** As {@code ./thidua up --apart} does it: the launcher starts, watches and restarts everything. */
    public static Rig launched(Path folder, Path mongod) {
        return new Rig(installation(folder).with("THIDUA_MONGOD", mongod.toString()), true, null);
    }

    /** The same with a second service on the same stores. */
    public static Rig twoWriters(Path folder, Path mongod) {
        return new Rig(
                installation(folder)
                        .with("THIDUA_MONGOD", mongod.toString())
                        .with(Launched.WRITERS_VARIABLE, "2")
                        .with(Launched.SECOND_PORT_VARIABLE, Integer.toString(Ports.free())),
                true,
                null);
    }

    /** As {@code ./thidua up} does it where there is no mongod: everything in one process. */
    public static Rig embedded(Path folder) {
        return new Rig(installation(folder), false, null);
    }

    /** Services apart, on backends that the launcher only knows by their addresses: proxies, behind which they can be hurt. */
    public static Rig on(Yard yard, Path folder) {
        return new Rig(
                installation(folder)
                        .with("THIDUA_MONGODB_URI", yard.mongodbUri())
                        .with("THIDUA_KAFKA_BOOTSTRAP", yard.kafkaBootstrap()),
                true,
                yard);
    }

    private static Installation installation(Path folder) {
        return new Installation(Launched.class, folder, Launched.PORT_VARIABLE)
                .with(Launched.LISTENER_PORT_VARIABLE, Integer.toString(Ports.free()))
                // they live for seconds: compiled soon rather than well
                .with("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
    }

    /** The launcher. */
    public Installation installation() {
        return installation;
    }

    /** The backends behind proxies. */
    public Yard yard() {
        return Objects.requireNonNull(yard, "this installation has backends of its own");
    }

    /** Starts it, and returns when it answers. */
    public void up() {
        String[] arguments = isApart ? new String[] {"up", "--apart"} : new String[] {"up"};
        Installation.Answer answer = installation.call(arguments);
        // on a machine that stands still the launcher tells its caller no more, and goes on
        for (int more = 0;
                more < 5 && answer.code() != 0 && installation.running().isPresent();
                more++) {
            answer = installation.call(arguments);
        }
        if (answer.code() != 0) {
            throw new IllegalStateException(List.of(arguments) + " failed: " + answer.out());
        }
    }

    /** Runs a command of the launcher that has to go well; its output. */
    public String call(String... arguments) {
        Installation.Answer answer = installation.call(arguments);
        if (answer.code() != 0) {
            throw new IllegalStateException(List.of(arguments) + " failed: " + answer.out());
        }
        return answer.out();
    }

    /** The process of a part, if it runs. */
    public Optional<ProcessHandle> process(Part part) {
        return switch (part) {
            case LAUNCHER -> installation.running().flatMap(State::handle);
            case PLAN_SERVICE, SECOND_WRITER, ROSTER_SERVICE ->
                installation.running().stream()
                        .flatMap(state -> state.services().stream())
                        .filter(service -> service.name().equals(part.toString()))
                        .findFirst()
                        .flatMap(service -> ProcessHandle.of(service.pid()));
            case MONGOD ->
                yard == null
                        ? MongodProcess.leftover(installation.home().mongod())
                        : ProcessHandle.of(yard.mongod().pid());
            case KAFKA ->
                yard == null
                        ? installation
                                .running()
                                .map(State::kafka)
                                .flatMap(kafka -> kafka == null ? Optional.empty() : ProcessHandle.of(kafka.pid()))
                        : ProcessHandle.of(yard.kafka().pid());
        };
    }

    /** Calls the service that has commands, as an operator. */
    public Rest operator() {
        return rest("load", List.of(), Set.of("operations"));
    }

    /** Calls another service, as an operator. */
    public Rest operator(String url) {
        return rest(url, "operator", List.of(), Set.of("operations"));
    }

    private Rest rest(String subject, List<Caller.Binding> posts, Set<String> scopes) {
        return rest("http://127.0.0.1:" + installation.port(), subject, posts, scopes);
    }

    private Rest rest(String url, String subject, List<Caller.Binding> posts, Set<String> scopes) {
        return new Rest(url, installation.home(), Secrets.of(installation.home()), subject, posts, scopes);
    }

    /** A load of units. */
    public UnitLoad units(String run, long seed, int base) throws InterruptedException {
        List<Rest> writers = installation.state().services().stream()
                .filter(service -> service.name().startsWith(Part.PLAN_SERVICE.toString()))
                .map(service -> operator(service.url()))
                .toList();
        return UnitLoad.prepare(writers, run, seed, base);
    }

    /** A load of plans of a commune. */
    public PlanLoad plans(String run, String commune) {
        return new PlanLoad(
                rest("clerk", List.of(new Caller.Binding(Role.OFFICER, commune, null)), Set.of()), run, commune);
    }

    /** Who compares, by the addresses as they are now. */
    public Referee referee() {
        State state = installation.state();
        return new Referee(
                Objects.requireNonNull(state.database()).address(),
                Objects.requireNonNull(state.kafka()).address(),
                PATIENCE);
    }

    /** Waits for a condition, at most {@link #PATIENCE}; an {@link IllegalStateException} if it does not come true. */
    public static Duration await(String what, Callable<Boolean> condition) throws Exception {
        long began = System.nanoTime();
        while (!condition.call()) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException("waited in vain: " + what);
            }
            Thread.sleep(50);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Override
    public void close() {
        installation.call("down");
        if (yard != null) {
            yard.close();
        }
    }
}
