package vn.thidua.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** A process of its own for one service. It reads its settings from standard input, and ends when that ends. */
final class ServiceProcess {

    /** What it says on standard output. */
    static final class Line {
        static final String READY = "READY";
        static final String FAILED = "FAILED ";

        private Line() {}
    }

    private ServiceProcess() {}

    static int run(Home home, PrintStream out) throws IOException {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        @Nullable String line = input.readLine();
        if (line == null) {
            return Refusal.WRONG_CALL;
        }
        ServiceSettings settings = JsonFile.JSON.readValue(line, ServiceSettings.class);
        try {
            SpringService service = SpringService.start(settings, home);
            Runtime.getRuntime().addShutdownHook(new Thread(service::close));
        } catch (RuntimeException | LinkageError e) {
            LoggerFactory.getLogger(ServiceProcess.class).error("{} does not start", settings.name(), e);
            out.println(Line.FAILED + Causes.words(e));
            out.flush();
            return Refusal.FAILED;
        }
        out.println(Line.READY);
        out.flush();
        while (input.readLine() != null) {
            // nothing more is said; the end is what counts
        }
        return 0;
    }
}
