package vn.thidua.standalone;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the running process tells about itself, in {@code run/state.json}.
 *
 * @param started when the process began; with its number it tells it from a later one that has the same number
 * @param database null until it runs
 * @param kafka null until it runs
 * @param steps what has been reached on the way up, in order
 * @param incidents what went wrong since and what was done about it, the last ones
 */
public record State(
        long pid,
        @Nullable Instant started,
        Phase phase,
        boolean apart,
        @Nullable Backend database,
        @Nullable Backend kafka,
        List<Service> services,
        List<Step> steps,
        List<Incident> incidents,
        @Nullable Problem problem) {

    public enum Phase {
        STARTING,
        READY,
        FAILED,
        STOPPING
    }

    /**
     * A database or Kafka.
     *
     * @param kind {@code uri}, {@code mongod}, {@code embedded}
     * @param words what it is, for a person
     * @param address for programs on this machine; may hold a password
     * @param pid of a process of its own; 0 if it has none
     */
    public record Backend(String kind, String words, String address, long pid) {}

    /**
     * A service that runs, or is about to.
     *
     * @param port of plain HTTP on the loopback interface
     * @param open where others find it; null if nobody else does
     */
    public record Service(
            String name,
            int port,
            long pid,
            boolean ready,
            @Nullable String open) {

        public Service(String name, int port, long pid, boolean ready) {
            this(name, port, pid, ready, null);
        }

        /** What a person opens. */
        public String shown() {
            @Nullable String other = open;
            return other == null ? url() : other;
        }

        /** Where it answers. */
        public String url() {
            return "http://127.0.0.1:" + port;
        }
    }

    public record Step(String words, long millis) {}

    public record Incident(Instant at, String words) {}

    public record Problem(String vietnamese, String english) {}

    /** Of the process that runs; empty if none does, whatever one that was killed has left behind. */
    public static Optional<State> ofRunning(Home home) {
        return read(home.state()).filter(State::isAlive);
    }

    static Optional<State> read(Path file) {
        return JsonFile.read(file, State.class);
    }

    boolean isAlive() {
        return handle().isPresent();
    }

    public Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> started == null
                        || process.info().startInstant().map(started::equals).orElse(true));
    }
}
