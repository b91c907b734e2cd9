package vn.thidua.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works on the database of the installation: of the running system, or on one that is started for as long as it takes. */
final class AtRest {

    private AtRest() {}

    /** What is to be done. */
    interface Work {
        void on(String uri);
    }

    /** Whether anything runs or not. */
    static void orRunning(Launcher launcher, Work work) {
        Optional<State> state = State.ofRunning(launcher.home());
        if (state.isPresent()) {
            State.@Nullable Backend database = state.get().database();
            if (database == null) {
                throw new Refusal(Refusal.NOT_RUNNING, "Cơ sở dữ liệu chưa chạy.", "the database does not run yet");
            }
            work.on(database.address());
        } else {
            alone(launcher, work, false);
        }
    }

    /**
     * Only if nothing runs, and nothing is started meanwhile.
     *
     * @param choosing whether the database is this installation's from now on
     */
    static void alone(Launcher launcher, Work work, boolean choosing) {
        Home home = launcher.home();
        home.prepare();
        try (FileLock lock = Serve.lock(home)) {
            if (lock == null) {
                throw new Refusal(
                        Refusal.UNUSABLE,
                        "Hệ thống đang chạy. Hãy chạy ./thidua down trước.",
                        "the system runs: ./thidua down first");
            }
            DatabaseChoice choice = DatabaseChoice.of(
                    launcher.wishes(), home, JsonFile.read(home.choice(), DatabaseChoice.Recorded.class));
            try (RunningDatabase database = RunningDatabase.start(choice, home, launcher.console()::say)) {
                launcher.console().say(database.backend().words());
                work.on(database.backend().address());
                if (choosing && !Files.exists(home.choice())) {
                    JsonFile.write(home.choice(), choice.recorded(Instant.now()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
