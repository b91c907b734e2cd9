package vn.thidua.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the one door is opened. On the loopback it is plain; with a host it is TLS on that host's port, and plain HTTP
 * remains on another port of the loopback, for the programs of this machine.
 *
 * @param port of plain HTTP on the loopback
 * @param open port of TLS; the same if there is none
 * @param host to listen on; null for this machine alone
 */
record Gateway(int port, int open, @Nullable String host) {

    static final String NAME = "gateway";

    /** Where its plain port is when it listens beyond this machine. */
    private static final String LOOPBACK_VARIABLE = "THIDUA_PORT_GATEWAY_LOOPBACK";

    private static final int LOOPBACK = 8079;

    /** If it is among the services. */
    static Optional<Gateway> of(Launcher launcher, @Nullable String host) {
        return launcher.services().stream()
                .filter(service -> service.name().equals(NAME))
                .findFirst()
                .map(service -> {
                    int open = launcher.wishes().port(service);
                    return host == null
                            ? new Gateway(open, open, null)
                            : new Gateway(launcher.wishes().port(LOOPBACK_VARIABLE, LOOPBACK), open, host);
                });
    }

    /** What a person opens. */
    String url() {
        @Nullable String named = host;
        if (named == null) {
            return "http://127.0.0.1:" + port;
        }
        boolean any = named.equals("0.0.0.0") || named.equals("::");
        String shown = any ? "localhost" : named;
        return "https://" + (shown.contains(":") ? "[" + shown + "]" : shown) + ":" + open;
    }

    /** Where the services find the keys of its tokens. */
    String keys() {
        return "http://127.0.0.1:" + port + "/.well-known/service-keys.json";
    }

    /** Its settings beside those of every service. */
    List<String> arguments(Launcher launcher) {
        var arguments = new ArrayList<String>();
        @Nullable String named = host;
        if (named != null) {
            arguments.add("--server.address=" + named);
            arguments.add("--server.port=" + open);
            arguments.add("--thidua.gateway.tls.loopback-port=" + port);
            arguments.add("--thidua.gateway.tls.names=" + named);
        }
        launcher.wishes().certificate().ifPresent(file -> arguments.add("--thidua.gateway.tls.certificate=" + file));
        launcher.wishes().certificateKey().ifPresent(file -> arguments.add("--thidua.gateway.tls.private-key=" + file));
        arguments.add("--thidua.gateway.tls.folder=" + launcher.home().tls());
        arguments.add("--thidua.gateway.operator-keys="
                + launcher.home().signingKeys().toUri());
        arguments.add("--thidua.dashboard.dir=" + launcher.wishes().dashboard());
        for (ServiceDefinition service : launcher.services()) {
            if (!service.name().equals(NAME)) {
                String setting = "--thidua.gateway.services." + service.name();
                arguments.add(
                        setting + ".uri=http://127.0.0.1:" + launcher.wishes().port(service));
                arguments.add(setting + ".contexts=" + String.join(",", service.contexts()));
            }
        }
        return arguments;
    }
}
