package vn.thidua.torture.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** Signals to processes of ours. */
public final class Processes {

    private Processes() {}

    /** What {@code kill -9} does; returns when the process is gone. */
    public static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    /**
     * Sends a signal.
     *
     * @param signal {@code STOP}, {@code CONT} or {@code TERM}
     */
    public static void signal(ProcessHandle process, String signal) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .start();
            if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IllegalStateException("no " + signal + " to " + process.pid());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
