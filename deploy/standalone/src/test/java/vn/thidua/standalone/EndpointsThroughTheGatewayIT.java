package vn.thidua.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.thidua.planservice.RunningService;
import vn.thidua.planservice.ServiceLines;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.EndpointMatrix;
import vn.thidua.platform.testing.Eventually;
import vn.thidua.platform.testing.Tokens;

/**
 * The same questions that the service answers at its own port, asked at the one door by people who have signed in, by some
 * who act for them, and by clients: nothing is opened there, and nothing shut, that should not be.
 */
class EndpointsThroughTheGatewayIT {

    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private static RunningService service;
    private static ThroughTheGateway gateway;
    private static ServiceLines lines;

    @BeforeAll
    static void bothAndSomethingInEachUnit() throws IOException {
        String databases = Backends.freshName(EndpointsThroughTheGatewayIT.class) + "_";
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Map<String, Object> settings = new HashMap<>(Tokens.properties());
        // the gateway signs with keys of its own
        settings.remove("thidua.tokens.jwk-set");
        settings.put("thidua.mongodb.uri", Backends.mongoUri());
        settings.put("thidua.mongodb.databases", databases);
        settings.put("thidua.kafka.bootstrap", Backends.kafka());
        settings.put("thidua.keys.key-encryption-key", KEY);
        settings.put("thidua.gateway.services.plan-service.uri", "http://127.0.0.1:" + port);
        settings.put("thidua.gateway.resilience.probe", "500ms");
        gateway = new ThroughTheGateway(settings);
        service = RunningService.start(
                databases,
                Backends.mongoUri(),
                Backends.kafka(),
                Map.of(
                        "server.port",
                        port,
                        "thidua.tokens.jwk-set",
                        "file:" + Tokens.jwkSetFile() + "," + gateway.base() + "/.well-known/service-keys.json"));
        lines = new ServiceLines(service);
        Eventually.eventually("the gateway has found the service", () -> statusOf("/api/v1/plan/openapi.json") == 200);
    }

    private static int statusOf(String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(gateway.base() + path))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() {
        gateway.close();
        service.close();
    }

    @TestFactory
    Stream<DynamicTest> everybodyGetsWhatIsDeclared() {
        return lines.addTo(EndpointMatrix.of(service.application(), gateway, lines.units(), lines.person()))
                .tests();
    }
}
