package vn.thidua.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database of this installation: that of the running system, or, while nothing runs, one that is started for a while. */
final class DatabaseAtHand {

    /** What is done with it. */
    interface Use {

        /** The exit code. */
        int with(String uri, Secrets secrets) throws InterruptedException;
    }

    private DatabaseAtHand() {}

    static int use(Launcher launcher, Use use) throws InterruptedException {
        Home home = launcher.home();
        Secrets secrets = Secrets.read(home)
                .orElseThrow(() -> new Refusal(
                        Refusal.NOT_RUNNING,
                        "Chưa có dữ liệu nào trong " + home.data(),
                        "nothing has been kept in " + home.data() + " yet"));
        Optional<State> state = State.ofRunning(home);
        if (state.isPresent()) {
            State.@Nullable Backend database = state.get().database();
            if (database == null) {
                throw new Refusal(Refusal.NOT_RUNNING, "Cơ sở dữ liệu chưa chạy.", "the database does not run yet");
            }
            return use.with(database.address(), secrets);
        }
        home.prepare();
        try (FileLock lock = Serve.lock(home)) {
            if (lock == null) {
                throw new Refusal(Refusal.NOT_RUNNING, "Hệ thống đang khởi động.", "the system is being started");
            }
            DatabaseChoice choice = DatabaseChoice.of(
                    launcher.wishes(), home, JsonFile.read(home.choice(), DatabaseChoice.Recorded.class));
            try (RunningDatabase database = RunningDatabase.start(choice, home, launcher.console()::say)) {
                launcher.console().say(database.backend().words());
                return use.with(database.backend().address(), secrets);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
