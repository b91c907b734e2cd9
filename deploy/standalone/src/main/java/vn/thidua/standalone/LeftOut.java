package vn.thidua.standalone;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

/**
 * All services run on one class path here, and Spring Boot starts whatever it finds there. What only the gateway brings
 * along is left out of the others: a service is the same here as where it runs alone.
 */
final class LeftOut {

    private static final List<String> OF_THE_GATEWAY = List.of(
            "org.springframework.cloud.",
            "io.github.resilience4j.",
            "org.springframework.boot.http.client.",
            "org.springframework.boot.restclient.",
            "org.springframework.boot.security.oauth2.client.",
            "org.springframework.boot.security.oauth2.server.authorization.",
            "org.springframework.boot.session.");

    private LeftOut() {}

    /** Names of auto-configurations, for {@code spring.autoconfigure.exclude}. */
    static List<String> ofAllButTheGateway() {
        return ImportCandidates.load(AutoConfiguration.class, LeftOut.class.getClassLoader()).getCandidates().stream()
                .filter(name -> OF_THE_GATEWAY.stream().anyMatch(name::startsWith))
                .toList();
    }
}
