package vn.thidua.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What all commands share.
 *
 * @param main class with the main method: processes of our own are started with it
 * @param services that are started
 */
record Launcher(Class<?> main, List<ServiceDefinition> services, Home home, Wishes wishes, Console console) {

    Launcher {
        services = List.copyOf(services);
    }

    static Launcher of(Class<?> main, List<ServiceDefinition> services, Map<String, String> environment) {
        String folder = environment.getOrDefault("THIDUA_HOME", "");
        Path home = Path.of(folder.isBlank() ? System.getProperty("thidua.home", ".thidua") : folder);
        return new Launcher(
                main,
                services,
                new Home(home.toAbsolutePath().normalize()),
                new Wishes(
                        environment,
                        Optional.ofNullable(System.getProperty("thidua.mongod")).map(Path::of)),
                new Console(System.out, System.err));
    }

    /** Begins a command that starts another JVM on the same class path. */
    List<String> javaCommand(List<String> flags) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add("-XX:+UseSerialGC");
        command.add("-XX:ErrorFile=" + home.logs().resolve("crash-%p.log"));
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Djava.awt.headless=true");
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Dstdout.encoding=UTF-8");
        command.add("-Dstderr.encoding=UTF-8");
        // Kafka and Netty; nothing of ours
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Dthidua.home=" + home.folder());
        command.add("-Dthidua.build=" + System.getProperty("thidua.build", ""));
        command.add("-Dthidua.dashboard=" + wishes.dashboard());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        return command;
    }
}
