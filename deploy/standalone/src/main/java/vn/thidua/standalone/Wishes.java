package vn.thidua.standalone;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the environment asks for. */
final class Wishes {

    private final Map<String, String> environment;

    private final Optional<Path> fetchedMongod;

    /**
     * @param fetchedMongod where a mongod lies if it was fetched for tests; it serves here as well
     */
    Wishes(Map<String, String> environment, Optional<Path> fetchedMongod) {
        this.environment = Map.copyOf(environment);
        this.fetchedMongod = fetchedMongod;
    }

    Optional<String> mongodbUri() {
        return setting("THIDUA_MONGODB_URI");
    }

    Optional<String> kafkaBootstrap() {
        return setting("THIDUA_KAFKA_BOOTSTRAP");
    }

    /** The mongod that is named. */
    Optional<Path> namedMongod() {
        return setting("THIDUA_MONGOD").map(name -> {
            Path program = Path.of(name);
            if (!Files.isExecutable(program) || Files.isDirectory(program)) {
                throw new Refusal(
                        Refusal.UNUSABLE,
                        "THIDUA_MONGOD=" + name + " không phải là chương trình chạy được.",
                        "THIDUA_MONGOD=" + name + " is no program");
            }
            return program;
        });
    }

    /** The mongod that is there without anybody naming it. */
    Optional<Path> foundMongod() {
        @Nullable String path = environment.get("PATH");
        return Stream.concat(
                        Stream.of(path == null ? new String[0] : path.split(File.pathSeparator, -1))
                                .filter(folder -> !folder.isBlank())
                                .map(folder -> Path.of(folder, "mongod")),
                        fetchedMongod.stream())
                .filter(program -> Files.isExecutable(program) && !Files.isDirectory(program))
                .findFirst();
    }

    /** The folder of the dashboard. */
    Path dashboard() {
        return Path.of(setting("THIDUA_DASHBOARD")
                        .orElseGet(() -> System.getProperty("thidua.dashboard", "dashboard/dist")))
                .toAbsolutePath();
    }

    /** A certificate (PEM) for those who come from other machines. */
    Optional<Path> certificate() {
        return setting("THIDUA_TLS_CERTIFICATE").map(name -> Path.of(name).toAbsolutePath());
    }

    /** Its key (PEM). */
    Optional<Path> certificateKey() {
        return setting("THIDUA_TLS_KEY").map(name -> Path.of(name).toAbsolutePath());
    }

    int port(ServiceDefinition service) {
        return port(service.portVariable(), service.port());
    }

    /** The port that a variable names, else the usual one. */
    int port(String variable, int usual) {
        return setting(variable)
                .map(text -> {
                    try {
                        int port = Integer.parseInt(text);
                        if (port > 0 && port < 65536) {
                            return port;
                        }
                    } catch (NumberFormatException e) {
                        // said below
                    }
                    throw new Refusal(
                            Refusal.WRONG_CALL,
                            variable + "=" + text + " không phải là số cổng.",
                            variable + "=" + text + " is no port number");
                })
                .orElse(usual);
    }

    private Optional<String> setting(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
