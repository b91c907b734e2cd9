package vn.thidua.standalone;

import java.io.PrintStream;

/** What a person reads: answers on standard output, messages on standard error with the name in front. */
final class Console {

    private final PrintStream out;
    private final PrintStream err;

    Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    void print(String line) {
        out.println(line);
        out.flush();
    }

    void say(String line) {
        err.println("thidua: " + line);
        err.flush();
    }

    void say(Refusal refusal) {
        say(refusal.vietnamese());
        err.println("        " + refusal.english());
        err.flush();
    }
}
