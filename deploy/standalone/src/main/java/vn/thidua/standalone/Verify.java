package vn.thidua.standalone;

import com.mongodb.client.MongoClient;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.thidua.platform.eventstore.Verification;

/** Walks the hash chains of all contexts, of a running system or of one at rest. */
final class Verify {

    private final Launcher launcher;

    Verify(Launcher launcher) {
        this.launcher = launcher;
    }

    int run() throws InterruptedException {
        return DatabaseAtHand.use(launcher, this::walk);
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
