package vn.thidua.torture;

import java.io.PrintStream;

/** What is told to whoever watches. */
final class Terminal {

    private final PrintStream out;

    Terminal(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }
}
