package vn.thidua.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.platform.testing.Eventually.eventually;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.testing.Tokens;

class LimitsIT {

    private static final int DROPS = 400;

    private static FakeService service;
    private static RunningEdge edge;

    @BeforeAll
    static void start() {
        service = new FakeService();
        service.onAnything("/api/v1/plan/plans");
        edge = RunningEdge.before(
                service,
                Map.of(
                        "thidua.gateway.limits.user", "1",
                        "thidua.gateway.limits.client", "2",
                        "thidua.gateway.limits.burst", "3",
                        "thidua.gateway.bodies.upload", "2MB",
                        "thidua.gateway.bodies.patience", "500ms",
                        "thidua.gateway.bodies.slowest", "1MB"));
    }

    @AfterAll
    static void stop() {
        edge.close();
        service.close();
    }

    @BeforeEach
    void forget() {
        service.forget();
    }

    @Test
    void whoAsksTooMuchIsToldWhenToComeBackAndNobodyElseIs() {
        Tokens eager = Tokens.of("eager").person("p");
        HttpResponse<String> last = send(eager);
        for (int i = 0; i < 50 && last.statusCode() != 429; i++) {
            last = send(eager);
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After"))
                .hasValueSatisfying(
                        seconds -> assertThat(Integer.parseInt(seconds)).isPositive());
        assertThat(last.body()).contains("problems/too-many-requests");
        assertThat(send(Tokens.of("patient").person("q")).statusCode()).isEqualTo(200);
        eventually("there is room again", () -> send(eager).statusCode() == 200);
    }

    private static HttpResponse<String> send(Tokens caller) {
        return edge.send(edge.request("/api/v1/plan/plans").header("Authorization", caller.bearer()));
    }

    @Test
    void aBodyAboveTheLimitIsRefusedBeforeItIsSentOn() {
        for (HttpRequest.BodyPublisher body : new HttpRequest.BodyPublisher[] {
            HttpRequest.BodyPublishers.ofByteArray(new byte[3 << 20]),
            // of unknown length
            HttpRequest.BodyPublishers.ofInputStream(() -> InputStream.nullInputStream())
        }) {
            boolean known = body.contentLength() > 0;
            HttpResponse<String> answer = edge.send(edge.request("/api/v1/plan/plans")
                    .header("Authorization", Tokens.of("sender-" + known).bearer())
                    .header("Content-Type", "application/octet-stream")
                    .POST(body));
            assertThat(answer.statusCode()).isEqualTo(known ? 413 : 200);
        }
        assertThat(service.asked()).extracting(FakeService.Asked::bytes).containsOnly(0L);
    }

    @Test
    void aBodyOfUnknownLengthIsCutAtTheLimit() throws IOException {
        String answer = raw(
                "POST /api/v1/plan/plans HTTP/1.1\r\nHost: x\r\nAuthorization: "
                        + Tokens.of("chunker").bearer()
                        + "\r\nContent-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n",
                out -> {
                    byte[] chunk = new byte[1 << 20];
                    for (int i = 0; i < 3; i++) {
                        out.write("100000\r\n".getBytes(StandardCharsets.US_ASCII));
                        out.write(chunk);
                        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                    }
                });

        assertThat(answer).startsWith("HTTP/1.1 413").contains("problems/too-large");
    }

    @Test
    void aBodyThatDripsIsGivenUp() throws IOException {
        AtomicInteger sent = new AtomicInteger();
        String answer = raw(
                "POST /api/v1/plan/plans HTTP/1.1\r\nHost: x\r\nAuthorization: "
                        + Tokens.of("dripper").bearer()
                        + "\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n",
                out -> {
                    try {
                        for (int i = 0; i < DROPS; i++) {
                            out.write(' ');
                            out.flush();
                            sent.incrementAndGet();
                            Thread.sleep(50);
                        }
                    } catch (IOException e) {
                        // the gateway has had enough
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });

        // the connection is cut: the answer may be lost with it
        assertThat(answer).matches(words -> words.isEmpty() || words.startsWith("HTTP/1.1 400"));
        assertThat(sent.get()).isLessThan(DROPS);
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void whatIsSentInTwoWaysAtOnceIsNoSecondRequest() throws IOException {
        // a server that goes by the length would take what follows the last chunk for another request
        String answer = raw(
                "POST /api/v1/plan/plans HTTP/1.1\r\nHost: x\r\nAuthorization: "
                        + Tokens.of("smuggler").bearer()
                        + "\r\nContent-Type: application/json\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "0\r\n\r\nGET /api/v1/plan/smuggled HTTP/1.1\r\nHost: x\r\n\r\n",
                _ -> {});

        assertThat(service.asked()).noneMatch(asked -> asked.address().contains("smuggled"));
        assertThat(answer).containsOnlyOnce("HTTP/1.1 ");
    }

    @Test
    void addressesThatMeanAnotherOneAreRefused() throws IOException {
        for (String address : new String[] {
            "/api/v1/plan/../access/here",
            "/api/v1/plan/%2e%2e/access/here",
            "/api/v1/plan/..%2faccess/here",
            "/api/v1/plan;x=1/plans",
            "/api//v1/plan/plans",
            "/api/v1/plan/plans%00",
            "/api/v1/plan/pla\\ns",
            "/api/v1/plan/plans?x=%zz"
        }) {
            String answer = raw(
                    "GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                            + Tokens.of("walker-" + address.hashCode()).bearer() + "\r\n\r\n",
                    _ -> {});
            assertThat(answer).as(address).startsWith("HTTP/1.1 4");
            assertThat(answer).as(address).doesNotContain("answered by the gateway itself");
            assertThat(answer.toLowerCase(Locale.ROOT)).as(address).doesNotContain("tomcat");
        }
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void everyAnswerTellsTheBrowserToBeCareful() {
        for (HttpResponse<String> answer : List.of(
                edge.send(edge.request("/api/v1/plan/plans")),
                edge.send(edge.request("/nowhere.txt")),
                edge.send(edge.request("/api/v1/plan/plans")
                        .header("Authorization", Tokens.of("careful").bearer())))) {
            var headers = answer.headers();
            assertThat(headers.allValues("Content-Security-Policy"))
                    .singleElement()
                    .satisfies(policy -> assertThat(policy)
                            .contains("default-src 'self'", "script-src 'self';", "frame-ancestors 'none'"));
            assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
            assertThat(headers.allValues("Referrer-Policy")).hasSize(1);
            assertThat(headers.allValues("Permissions-Policy")).hasSize(1);
            assertThat(headers.firstValue("Server")).isEmpty();
            // not without TLS: a browser would never come back
            assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
        }
    }

    private interface Sending {
        void to(OutputStream out) throws IOException;
    }

    /** What comes back for bytes as they are. */
    private static String raw(String head, Sending body) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread sender = Thread.startVirtualThread(() -> {
                try {
                    body.to(out);
                    socket.shutdownOutput();
                } catch (IOException e) {
                    // it was refused in the middle
                }
            });
            var answer = new StringBuilder();
            byte[] buffer = new byte[8192];
            try {
                for (int n = socket.getInputStream().read(buffer);
                        n >= 0;
                        n = socket.getInputStream().read(buffer)) {
                    answer.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                // the connection was cut: what came before counts
            }
            sender.interrupt();
            return answer.toString();
        }
    }
}
