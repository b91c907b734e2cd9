package vn.thidua.torture.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.thidua.standalone.Rest;
import vn.thidua.torture.Case;
import vn.thidua.torture.Case.Ground;
import vn.thidua.torture.Part;
import vn.thidua.torture.Rig;
import vn.thidua.torture.Stage;
import vn.thidua.torture.fault.Processes;
import vn.thidua.torture.fault.Proxy.Mode;
import vn.thidua.torture.load.UnitLoad;
import vn.thidua.torture.roster.TurnedClock;

/** Processes that are stopped for a while, or asked to end. */
final class Signals {

    private static final Duration LONG = Duration.ofSeconds(30);
    /** Longer than anything waits for an answer of a database. */
    private static final Duration SHORT = Duration.ofSeconds(7);
    /** The promise is 5 s on a machine that has time; what is measured is told, and this is where it is broken. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private static final int IN_FLIGHT = 8;

    private Signals() {}

    static List<Case> all() {
        return List.of(
                new Simple(
                        "embedded",
                        "kill -9 of everything on the embedded server loses nothing, doubles nothing, skips nothing",
                        Ground.EMBEDDED,
                        true,
                        Signals::embedded),
                new Simple(
                        "two-writers",
                        "two services append to the same stores, and either is killed: the log stays one, acts one after the"
                                + " other",
                        Ground.TWO_WRITERS,
                        false,
                        Signals::twoWriters),
                new Simple(
                        "hung-mongod",
                        "mongod hangs with its sockets open: every command is answered 503 within 5 s, and nothing is lost",
                        Ground.PROXIED,
                        true,
                        Signals::hung),
                new Simple(
                        "stopped",
                        "any process stops for 30 s and goes on, as on a machine that swaps: nothing is lost or done twice",
                        Ground.PROXIED,
                        true,
                        Signals::stopped),
                new Simple(
                        "terminated",
                        "a service that is asked to end answers the requests that it has begun",
                        Ground.PROXIED,
                        false,
                        Signals::terminated),
                new Simple(
                        "clock",
                        "the clock of a service jumps by hours, forward and back: nothing is done twice, nothing waits for"
                                + " ever",
                        Ground.PROXIED,
                        false,
                        Signals::clock),
                new Simple(
                        "order",
                        "everything ends at once and comes back in any order",
                        Ground.PROXIED,
                        false,
                        Signals::order));
    }

    private static void embedded(Stage stage) throws Exception {
        for (int kill = 0; kill < (stage.isShort() ? 2 : 10); kill++) {
            stage.goOn(Duration.ofMillis(stage.random().nextInt(200, 2500)));
            Processes.kill(stage.rig().process(Part.LAUNCHER).orElseThrow());
            stage.killed("the one process");
            stage.rig().up();
            stage.seen("acknowledged again " + Stage.words(stage.recovered()) + " after it was up again");
        }
    }

    private static void twoWriters(Stage stage) throws Exception {
        stage.goOn(Duration.ofSeconds(10));
        for (int kill = 0; kill < 6; kill++) {
            Part part = stage.random().nextBoolean() ? Part.PLAN_SERVICE : Part.SECOND_WRITER;
            var process = stage.rig().process(part).filter(ProcessHandle::isAlive);
            if (process.isPresent()) {
                Processes.kill(process.get());
                stage.killed(part.toString());
            }
            stage.seen(part + " killed: acknowledged again after " + Stage.words(stage.recovered()));
            Rig.await("both run again", () -> stage.rig().installation().state().services().stream()
                    .allMatch(service -> service.ready()));
            stage.goOn(Duration.ofSeconds(3));
        }
    }

    private static void hung(Stage stage) throws Exception {
        ProcessHandle mongod = stage.rig().process(Part.MONGOD).orElseThrow();
        // the keys that verify a token are at hand, and the pool has connections: what is measured is a system at work
        Processes.signal(mongod, "STOP");
        var codes = new TreeMap<Integer, Integer>();
        Duration longest = Duration.ZERO;
        try (Rest rest = stage.rig().operator()) {
            for (int i = 0; i < (stage.isShort() ? 2 : 5); i++) {
                for (Timed timed : atOnce(rest, "hung-" + i, stage.units().commune(), 6)) {
                    codes.merge(timed.status(), 1, Integer::sum);
                    longest = timed.took().compareTo(longest) > 0 ? timed.took() : longest;
                }
            }
        } finally {
            Processes.signal(mongod, "CONT");
        }
        stage.seen("answers while mongod hung: " + codes + ", after at most " + Stage.words(longest));
        if (!codes.keySet().equals(java.util.Set.of(503)) || longest.compareTo(ANSWER) > 0) {
            throw new IllegalStateException("answers " + codes + " after " + Stage.words(longest));
        }
        stage.seen("acknowledged again after " + Stage.words(stage.recovered()));
    }

    /** @param status 0 if the connection broke */
    private record Timed(int status, Duration took) {}

    /** Villages of a day on which there was no commune: nothing can come of them, whether they are decided or not. */
    private static List<Timed> atOnce(Rest rest, String key, String unit, int count) throws Exception {
        List<Callable<Timed>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String each = key + "-" + unit + "-" + i;
            calls.add(() -> {
                long began = System.nanoTime();
                int status;
                try {
                    status = rest.post(
                                    UnitLoad.PATH,
                                    "{\"kind\":\"VILLAGE\",\"code\":\"%s\",\"name\":\"x\",\"parent\":\"%s\",\"effective\":\"1999-01-01\"}"
                                            .formatted(each.hashCode() & 0xffffff, unit),
                                    each)
                            .status();
                } catch (IOException e) {
                    status = 0;
                }
                return new Timed(status, Duration.ofNanos(System.nanoTime() - began));
            });
        }
        List<Timed> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Timed> each : threads.invokeAll(calls)) {
                answers.add(each.get());
            }
        }
        return answers;
    }

    private static void stopped(Stage stage) throws Exception {
        List<Part> parts = new ArrayList<>(List.of(Part.PLAN_SERVICE, Part.ROSTER_SERVICE, Part.MONGOD, Part.KAFKA));
        if (stage.isShort()) {
            // one of those that commands wait for, one of those that they do not
            parts = List.of(
                    stage.random().nextBoolean() ? Part.PLAN_SERVICE : Part.MONGOD,
                    stage.random().nextBoolean() ? Part.ROSTER_SERVICE : Part.KAFKA);
        }
        for (Part part : parts) {
            ProcessHandle process = stage.rig().process(part).orElseThrow();
            Processes.signal(process, "STOP");
            try {
                stage.goOn(stage.isShort() ? SHORT : LONG);
            } finally {
                Processes.signal(process, "CONT");
            }
            stage.seen(part + " stopped for " + Stage.words(stage.isShort() ? SHORT : LONG)
                    + ": acknowledged again after " + Stage.words(stage.recovered()));
        }
    }

    private static void terminated(Stage stage) throws Exception {
        ProcessHandle service = stage.rig().process(Part.PLAN_SERVICE).orElseThrow();
        var codes = new TreeMap<Integer, Integer>();
        List<Future<List<Timed>>> running = new ArrayList<>();
        try (Rest rest = stage.rig().operator();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // a connection for each stands: one that was not yet taken would be no request that has begun
            atOnce(rest, "warm", stage.units().commune(), IN_FLIGHT);
            // each command takes long enough to be in flight for certain
            stage.rig().yard().toMongod().mode(Mode.SLOW);
            // how long one takes on this machine now
            Duration one =
                    atOnce(rest, "term", stage.units().commune(), 1).getFirst().took();
            for (int i = 0; i < IN_FLIGHT; i++) {
                String key = "term-" + i;
                running.add(threads.submit(() -> atOnce(rest, key, stage.units().commune(), 1)));
            }
            // their requests have arrived, their answers have not gone
            stage.goOn(one.dividedBy(2));
            long answered = running.stream().filter(Future::isDone).count();
            Processes.signal(service, "TERM");
            for (Future<List<Timed>> each : running) {
                each.get().forEach(timed -> codes.merge(timed.status(), 1, Integer::sum));
            }
            stage.seen(IN_FLIGHT - answered + " requests in flight at SIGTERM were answered: " + codes);
        } finally {
            stage.rig().yard().toMongod().mode(Mode.PASS);
        }
        if (codes.containsKey(0)) {
            throw new IllegalStateException("requests in flight were broken off: " + codes);
        }
        Rig.await("the service has ended", () -> !service.isAlive());
        stage.seen("acknowledged again after " + Stage.words(stage.recovered()));
    }

    /** Only the listening service: who calls signs with this machine's time, and another one's token is refused. */
    private static void clock(Stage stage) throws Exception {
        Path file = stage.rig().installation().home().folder().resolve(TurnedClock.FILE);
        try {
            for (int hours : new int[] {5, -7, 26, 0}) {
                Files.writeString(file, Integer.toString(hours));
                stage.goOn(Duration.ofSeconds(6));
                if (hours == -7) {
                    // it comes up with the wrong time as well
                    Processes.kill(stage.rig().process(Part.ROSTER_SERVICE).orElseThrow());
                    stage.killed(Part.ROSTER_SERVICE.toString());
                }
                stage.seen("the listener's clock at " + hours + " h: acknowledged again after "
                        + Stage.words(stage.recovered()));
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void order(Stage stage) throws Exception {
        for (int turn = 0; turn < 3; turn++) {
            for (Part part : List.of(Part.MONGOD, Part.KAFKA, Part.PLAN_SERVICE, Part.ROSTER_SERVICE)) {
                stage.rig().process(part).filter(ProcessHandle::isAlive).ifPresent(process -> {
                    Processes.kill(process);
                    stage.killed(part.toString());
                });
            }
            List<String> backends = new ArrayList<>(List.of("mongod", "kafka"));
            if (stage.random().nextBoolean()) {
                backends = backends.reversed();
            }
            for (String backend : backends) {
                stage.goOn(Duration.ofMillis(stage.random().nextInt(500, 6000)));
                if (backend.equals("mongod")) {
                    stage.rig().yard().mongod().restart();
                } else {
                    stage.rig().yard().kafka().restart();
                }
            }
            stage.seen("services first, then " + String.join(", ", backends) + ": acknowledged again after "
                    + Stage.words(stage.recovered()));
        }
    }
}
