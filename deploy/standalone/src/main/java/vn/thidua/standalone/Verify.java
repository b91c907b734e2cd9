package vn.thidua.standalone;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.eventstore.Verification;

/** Walks the hash chains of all contexts, of a running system or of one at rest. */
final class Verify {

    private final Launcher launcher;

    Verify(Launcher launcher) {
        this.launcher = launcher;
    }

    int run() throws InterruptedException {
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
            return walk(database.address(), secrets);
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
                return walk(database.backend().address(), secrets);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int walk(String uri, Secrets secrets) {
        try (MongoClient client = RunningDatabase.client(uri)) {
            boolean clean = true;
            List<String> contexts = Chains.contexts(client);
            for (String context : contexts) {
                long began = System.nanoTime();
                Verification found = Chains.verify(client, secrets.installation(), context);
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
                switch (found) {
                    case Verification.Clean(long commits, var head) ->
                        launcher.console()
                                .print(context + ": clean, " + commits + " commits, next position " + head.next()
                                        + ", head " + head.hash() + " (" + millis + " ms)");
                    case Verification.Broken(long position, var reason) -> {
                        clean = false;
                        launcher.console().print(context + ": BROKEN at position " + position + ": " + reason);
                    }
                }
            }
            if (contexts.isEmpty()) {
                launcher.console().print("no context has kept anything yet");
            }
            if (!clean) {
                throw new Refusal(
                        Refusal.FAILED,
                        "Dữ liệu đã bị sửa đổi. Hãy giữ nguyên hiện trạng và đối chiếu với bản sao lưu.",
                        "somebody has changed what was recorded: leave it as it is, and compare it with a backup");
            }
            return 0;
        }
    }
}
