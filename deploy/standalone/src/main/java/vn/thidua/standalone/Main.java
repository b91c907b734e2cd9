package vn.thidua.standalone;

import java.io.IOException;
import java.util.List;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** What the script starts. */
public final class Main {

    private Main() {}

    public static void main(String... arguments) throws Exception {
        System.exit(run(Main.class, ServiceDefinition.all(), arguments));
    }

    /**
     * Runs one command.
     *
     * @param main whose main method this is: processes of our own are started with it
     * @return the exit code
     */
    public static int run(Class<?> main, List<ServiceDefinition> services, String... arguments)
            throws IOException, InterruptedException {
        Launcher launcher = Launcher.of(main, services, System.getenv());
        try {
            Call call = Call.parse(arguments);
            logTo(launcher.home(), call, arguments);
            return switch (call) {
                case Call.Up up -> new Up(launcher).run(up);
                case Call.Down _ -> new Down(launcher).run();
                case Call.Status _ -> new Status(launcher).run();
                case Call.Verify _ -> new Verify(launcher).run();
                case Call.ShowLogs logs -> new Logs(launcher).run(logs);
                case Call.Token token -> Tokens.run(launcher, token);
                case Call.ResetAdmin reset -> new ResetAdmin(launcher).run(reset);
                case Call.Move _ -> new Move(launcher).run();
                case Call.Backup backup -> new Backup(launcher).run(backup);
                case Call.Restore restore -> new Restore(launcher).run(restore);
                case Call.Stay stay -> new Serve(launcher, stay.apart(), stay.host()).run();
                case Call.ServeOne _ -> ServiceProcess.run(launcher.home(), System.out);
                case Call.ServeKafka _ -> KafkaProcess.run(System.out);
            };
        } catch (Refusal e) {
            launcher.console().say(e);
            return e.exitCode();
        }
    }

    /** Before the first logger is made. Spring leaves alone what is set here: all services share it. */
    private static void logTo(Home home, Call call, String... arguments) {
        System.setProperty("thidua.log.folder", home.logs().toString());
        System.setProperty(
                "thidua.log.name",
                switch (call) {
                    case Call.Stay _ -> "thidua";
                    case Call.ServeOne _ -> arguments.length > 1 ? arguments[1] : "service";
                    case Call.ServeKafka _ -> KafkaProcess.NAME;
                    default -> "commands";
                });
        System.setProperty("logback.configurationFile", "standalone-logback.xml");
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        // Tomcat
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
