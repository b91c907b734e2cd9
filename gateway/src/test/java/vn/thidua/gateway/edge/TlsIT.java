package vn.thidua.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.platform.embedded.Ports;

class TlsIT {

    @TempDir
    private Path folder;

    @Test
    void beyondTheLoopbackItSpeaksTlsAndTellsTheBrowserToStayWithIt() throws Exception {
        int plain = Ports.free();
        try (var service = new FakeService();
                var edge = RunningEdge.before(
                        service,
                        Map.of(
                                "server.address",
                                "0.0.0.0",
                                "thidua.gateway.tls.folder",
                                folder.toString(),
                                "thidua.gateway.tls.loopback-port",
                                plain));
                var http = HttpClient.newBuilder().sslContext(trusting()).build()) {
            service.onAnything("/api/v1/plan/plans");

            // by the name localhost: the certificate says so
            HttpResponse<String> secure = get(http, "https://localhost:" + edge.port() + "/api/v1/plan/plans");
            assertThat(secure.body()).isEqualTo("done");
            assertThat(secure.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");

            HttpResponse<String> onTheMachine = get(http, "http://127.0.0.1:" + plain + "/api/v1/plan/plans");
            assertThat(onTheMachine.body()).isEqualTo("done");
            assertThat(onTheMachine.headers().firstValue("Strict-Transport-Security"))
                    .isEmpty();
        }
    }

    private static HttpResponse<String> get(HttpClient http, String address) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", RunningEdge.CALLER.bearer())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private SSLContext trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(folder.resolve("gateway.pem"))) {
            trusted.setCertificateEntry(
                    "gateway", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
