package vn.thidua.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.standalone.State.Phase;
import vn.thidua.standalone.State.Problem;

/** Starts the process that stays, and tells how far it has come until everything answers. */
final class Up {

    private static final int UNCHANGED_TOLERATED_SECONDS = 180;

    private final Launcher launcher;

    Up(Launcher launcher) {
        this.launcher = launcher;
    }

    int run(Call.Up call) throws InterruptedException {
        launcher.home().prepare();
        Optional<State> before = State.ofRunning(launcher.home());
        if (before.isPresent()) {
            return alreadyThere(before.get(), call);
        }
        launcher.console().say("starting (logs: " + launcher.home().logs() + ")");
        Process process = spawn(call);
        return await(process.pid(), process.toHandle(), 0, call);
    }

    private int alreadyThere(State state, Call.Up call) throws InterruptedException {
        if (state.phase() == Phase.STOPPING || state.phase() == Phase.FAILED) {
            launcher.console().say("waiting for the one before to end (pid " + state.pid() + ")");
            state.handle().ifPresent(handle -> handle.onExit().join());
            return run(call);
        }
        launcher.console().say("Hệ thống đang chạy (pid " + state.pid() + "); it runs already");
        if (state.apart() != call.apart()) {
            launcher.console()
                    .say("it runs " + (state.apart() ? "with a process per service" : "in one process")
                            + "; to change that: ./thidua down first");
        }
        // what was told before is no news
        return await(state.pid(), state.handle().orElseThrow(), state.steps().size(), call);
    }

    private Process spawn(Call.Up call) {
        Path console = launcher.home().logs().resolve("console.log");
        Logs.rotate(console);
        // nohup: closing the terminal must not end it
        var command = new ArrayList<>(List.of("nohup"));
        command.addAll(launcher.javaCommand(List.of(call.apart() ? "-Xmx384m" : "-Xmx768m")));
        command.add("stay");
        if (call.apart()) {
            command.add("--apart");
        }
        @Nullable String host = call.host();
        if (host != null) {
            command.addAll(List.of("--host", host));
        }
        try {
            var builder = new ProcessBuilder(command)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(Redirect.appendTo(console.toFile()))
                    .redirectError(Redirect.appendTo(console.toFile()));
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int await(long pid, ProcessHandle process, int alreadyTold, Call.Up call) throws InterruptedException {
        int told = alreadyTold;
        long changed = System.nanoTime();
        while (true) {
            boolean alive = process.isAlive();
            Optional<State> state = State.read(launcher.home().state()).filter(s -> s.pid() == pid);
            if (state.isPresent()) {
                List<State.Step> steps = state.get().steps();
                for (; told < steps.size(); told++) {
                    changed = System.nanoTime();
                    launcher.console().say(words(steps.get(told)));
                }
                if (state.get().phase() == Phase.FAILED) {
                    return failed(state.get().problem());
                }
                if (state.get().phase() == Phase.READY) {
                    return ready(state.get(), call);
                }
            }
            if (!alive) {
                // somebody else may have been faster
                Optional<State> other = State.ofRunning(launcher.home());
                return other.isPresent() ? alreadyThere(other.get(), call) : failed(null);
            }
            if (System.nanoTime() - changed > UNCHANGED_TOLERATED_SECONDS * 1_000_000_000L) {
                launcher.console()
                        .say("nothing has changed for " + UNCHANGED_TOLERATED_SECONDS
                                + " s; it goes on in the background: ./thidua status, ./thidua logs");
                return Refusal.FAILED;
            }
            Thread.sleep(50);
        }
    }

    private static String words(State.Step step) {
        return String.format(Locale.ROOT, "%5.1f s  %s", step.millis() / 1000.0, step.words());
    }

    private int failed(@Nullable Problem problem) {
        Path logs = launcher.home().logs();
        throw problem == null
                ? new Refusal(
                        Refusal.FAILED,
                        "Tiến trình đã dừng đột ngột, xem " + logs.resolve("console.log"),
                        "the process has ended: see " + logs.resolve("console.log") + " and "
                                + logs.resolve("thidua.log"))
                : new Refusal(Refusal.FAILED, problem.vietnamese(), problem.english());
    }

    private int ready(State state, Call.Up call) throws InterruptedException {
        launcher.console().say("Hệ thống đã sẵn sàng. Ready:");
        // the door first: it is what people open
        state.services().stream()
                .filter(running -> running.name().equals(Gateway.NAME))
                .forEach(running -> launcher.console().print("  " + running.shown() + "/"));
        for (ServiceDefinition service : launcher.services()) {
            state.services().stream()
                    .filter(running -> running.name().equals(service.name()))
                    .forEach(running -> {
                        launcher.console().print("  " + running.url() + "/actuator/health");
                        for (String context : service.contexts()) {
                            launcher.console().print("  " + running.url() + "/api/v1/" + context + "/openapi.json");
                        }
                    });
        }
        FirstPassword.show(launcher.home(), launcher.console());
        return call.demo() ? new Demo(launcher).load(state) : 0;
    }
}
