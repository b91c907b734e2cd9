package vn.thidua.standalone;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.standalone.State.Backend;
import vn.thidua.standalone.State.Incident;
import vn.thidua.standalone.State.Phase;
import vn.thidua.standalone.State.Problem;
import vn.thidua.standalone.State.Service;
import vn.thidua.standalone.State.Step;

/** Writes down what the process has to tell, at every change. */
final class StateKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(StateKeeper.class);
    private static final int INCIDENTS = 20;

    private final Path file;
    private final long began = System.nanoTime();
    private State state;

    StateKeeper(Path file, boolean apart) {
        this.file = file;
        ProcessHandle me = ProcessHandle.current();
        this.state = new State(
                me.pid(),
                me.info().startInstant().orElse(null),
                Phase.STARTING,
                apart,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
        JsonFile.write(file, state);
    }

    synchronized State now() {
        return state;
    }

    void step(String words) {
        LOG.info("{}", words);
        long millis = (System.nanoTime() - began) / 1_000_000;
        change(s -> with(
                s,
                s.phase(),
                s.database(),
                s.kafka(),
                s.services(),
                added(s.steps(), new Step(words, millis)),
                s.incidents(),
                s.problem()));
    }

    void database(Backend backend) {
        change(s -> with(s, s.phase(), backend, s.kafka(), s.services(), s.steps(), s.incidents(), s.problem()));
    }

    void kafka(Backend backend) {
        change(s -> with(s, s.phase(), s.database(), backend, s.services(), s.steps(), s.incidents(), s.problem()));
    }

    void service(Service service) {
        change(s -> {
            var services = new ArrayList<>(s.services());
            // started again, it is open where it was before
            @Nullable String open = service.open();
            for (Service other : s.services()) {
                if (open == null && other.name().equals(service.name())) {
                    open = other.open();
                }
            }
            services.removeIf(other -> other.name().equals(service.name()));
            services.add(new Service(service.name(), service.port(), service.pid(), service.ready(), open));
            return with(s, s.phase(), s.database(), s.kafka(), services, s.steps(), s.incidents(), s.problem());
        });
    }

    void phase(Phase phase) {
        change(s -> with(s, phase, s.database(), s.kafka(), s.services(), s.steps(), s.incidents(), s.problem()));
    }

    void incident(String words) {
        LOG.warn("{}", words);
        change(s -> {
            List<Incident> all = added(s.incidents(), new Incident(Instant.now(), words));
            List<Incident> last = all.subList(Math.max(0, all.size() - INCIDENTS), all.size());
            return with(s, s.phase(), s.database(), s.kafka(), s.services(), s.steps(), List.copyOf(last), s.problem());
        });
    }

    void failed(Refusal refusal) {
        LOG.error("{}", refusal.english());
        change(s -> with(
                s,
                Phase.FAILED,
                s.database(),
                s.kafka(),
                s.services(),
                s.steps(),
                s.incidents(),
                new Problem(refusal.vietnamese(), refusal.english())));
    }

    private static <T> List<T> added(List<T> list, T more) {
        var all = new ArrayList<>(list);
        all.add(more);
        return List.copyOf(all);
    }

    private synchronized void change(UnaryOperator<State> change) {
        state = change.apply(state);
        JsonFile.write(file, state);
    }

    private static State with(
            State s,
            Phase phase,
            @Nullable Backend database,
            @Nullable Backend kafka,
            List<Service> services,
            List<Step> steps,
            List<Incident> incidents,
            @Nullable Problem problem) {
        return new State(s.pid(), s.started(), phase, s.apart(), database, kafka, services, steps, incidents, problem);
    }
}
