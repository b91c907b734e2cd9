package vn.thidua.standalone;

import java.util.ArrayList;
import java.util.List;

/**
 * What a service needs to know from the launcher. It stays inside the process, or goes to another one through its
 * standard input: nothing of it stands in a command line, where everybody on the machine could read it.
 *
 * @param name of the service
 * @param port on the loopback interface
 * @param mongodb address; may hold a password
 * @param kafka addresses of the brokers
 * @param tokenKeys where the keys are that tokens are signed with
 * @param more settings of this service alone, as arguments
 */
record ServiceSettings(
        String name,
        String application,
        int port,
        String mongodb,
        String kafka,
        Secrets secrets,
        List<String> tokenKeys,
        List<String> more) {

    /** As the tokens say it that are signed here. */
    static final String ISSUER = "https://thidua.vn/gateway";

    static final String AUDIENCE = "thidua-services";

    ServiceSettings {
        tokenKeys = List.copyOf(tokenKeys);
        more = List.copyOf(more);
    }

    /** As arguments of a Spring Boot application, the strongest of all sources. */
    List<String> arguments() {
        var arguments = new ArrayList<String>();
        // one file per service: two application.yml on one class path would hide each other
        arguments.add("--spring.config.name=" + name);
        arguments.add("--spring.application.name=" + name);
        arguments.add("--spring.main.banner-mode=off");
        arguments.add("--server.address=127.0.0.1");
        arguments.add("--server.port=" + port);
        arguments.add("--server.shutdown=graceful");
        arguments.add("--spring.lifecycle.timeout-per-shutdown-phase=10s");
        arguments.add("--thidua.installation=" + secrets.installation());
        arguments.add("--thidua.mongodb.uri=" + mongodb);
        arguments.add("--thidua.kafka.bootstrap=" + kafka);
        arguments.add("--thidua.secret=" + secrets.secret());
        arguments.add("--thidua.keys.key-encryption-key=" + secrets.keyEncryptionKey());
        arguments.add("--thidua.tokens.issuer=" + ISSUER);
        arguments.add("--thidua.tokens.audience=" + AUDIENCE);
        for (int i = 0; i < tokenKeys.size(); i++) {
            arguments.add("--thidua.tokens.jwk-set[" + i + "]=" + tokenKeys.get(i));
        }
        // what comes last counts
        arguments.removeIf(argument -> more.stream().anyMatch(own -> nameOf(own).equals(nameOf(argument))));
        arguments.addAll(more);
        return arguments;
    }

    private static String nameOf(String argument) {
        return argument.substring(0, argument.indexOf('='));
    }

    /** Nothing secret may come into a log. */
    @Override
    public String toString() {
        return name + " at port " + port;
    }
}
