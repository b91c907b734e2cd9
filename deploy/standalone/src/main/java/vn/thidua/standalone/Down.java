package vn.thidua.standalone;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.thidua.platform.embedded.MongodProcess;

/** Ends everything: what is being answered may be finished first. */
final class Down {

    private static final long PATIENCE_SECONDS = 20;

    private final Launcher launcher;

    Down(Launcher launcher) {
        this.launcher = launcher;
    }

    int run() throws InterruptedException {
        Optional<State> state = State.ofRunning(launcher.home());
        if (state.isEmpty()) {
            boolean leftover = MongodProcess.leftover(launcher.home().mongod()).isPresent();
            MongodProcess.endLeftover(launcher.home().mongod());
            launcher.console()
                    .say("Hệ thống không chạy; nothing runs"
                            + (leftover ? " (a mongod that was left behind has been ended)" : ""));
            return 0;
        }
        ProcessHandle process = state.get().handle().orElseThrow();
        launcher.console().say("ending (pid " + process.pid() + ")");
        long began = System.nanoTime();
        process.destroy();
        if (!ended(process)) {
            launcher.console().say("it has not ended within " + PATIENCE_SECONDS + " s and is killed");
            process.destroyForcibly();
            process.onExit().join();
        }
        // processes of services end by themselves when their input ends; a mongod that has not is ended here
        MongodProcess.endLeftover(launcher.home().mongod());
        launcher.console()
                .say("Đã dừng; ended after " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) + " ms");
        return 0;
    }

    private static boolean ended(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody can tell whether it has ended", e);
        }
    }
}
