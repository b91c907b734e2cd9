package vn.thidua.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.security.TokenVerifier;
import vn.thidua.platform.testing.Tokens;

class RoutesIT {

    private static final int LARGE = 20 * 1024 * 1024;

    private static FakeService service;
    private static RunningEdge edge;

    @BeforeAll
    static void start() {
        service = new FakeService();
        service.onAnything("/api/v1/plan/plans");
        edge = RunningEdge.before(service, Map.of());
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
    void aRequestGoesToTheServiceThatHoldsTheContext() {
        assertThat(edge.get("/api/v1/plan/plans?year=2026&q=thi%20%C4%91ua").body())
                .isEqualTo("done");

        assertThat(service.asked())
                .singleElement()
                .extracting(FakeService.Asked::address)
                .isEqualTo("/api/v1/plan/plans?year=2026&q=thi%20%C4%91ua");
    }

    @Test
    void theServiceLearnsWhoCallsFromTheGatewayAlone() {
        edge.send(edge.signed("/api/v1/plan/plans")
                .header("Cookie", "SESSION=abc")
                .header("X-Forwarded-For", "10.1.1.1")
                .header("X_Forwarded_Host", "evil.example")
                .header("Forwarded", "for=10.1.1.1")
                .header("X-Original-URL", "/api/v1/plan/other")
                .header("X-Unknown", "whatever"));

        FakeService.Asked asked = service.asked().getFirst();
        assertThat(asked.headers().keySet())
                .extracting(String::toLowerCase)
                .doesNotContain(
                        "cookie", "x-forwarded-for", "x_forwarded_host", "forwarded", "x-original-url", "x-unknown");
        String token = asked.header("authorization").getFirst().substring("Bearer ".length());
        var verified =
                TokenVerifier.of(Tokens.RULES, Tokens.keys(), Clock.systemUTC()).decode(token);
        assertThat(verified.getSubject()).isEqualTo("nguyen.van.an");
        assertThat(verified.getClaimAsString("person")).isEqualTo("person-1");
    }

    @Test
    void whatACommandNeedsPassesThroughBothWays() {
        service.on("/api/v1/plan/drafts", exchange -> {
            service.take(exchange);
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.getResponseHeaders().set("X-Position", "plan:12");
            exchange.getResponseHeaders().set("Location", "/api/v1/plan/drafts/1");
            exchange.getResponseHeaders().set("Server", "secret/1.0");
            exchange.getResponseHeaders().set("Set-Cookie", "SESSION=stolen");
            FakeService.answer(exchange, 201, "{}");
        });

        HttpResponse<String> answer = edge.send(edge.signed("/api/v1/plan/drafts")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "key-00001")
                .header("If-Match", "\"6\"")
                .header("X-Position", "plan:11")
                .POST(HttpRequest.BodyPublishers.ofString("{\"a\": 1}")));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(answer.headers().firstValue("X-Position")).contains("plan:12");
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/plan/drafts/1");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        FakeService.Asked asked = service.asked().getFirst();
        assertThat(asked.header("idempotency-key")).containsExactly("key-00001");
        assertThat(asked.header("if-match")).containsExactly("\"6\"");
        assertThat(asked.header("x-position")).containsExactly("plan:11");
        assertThat(asked.bytes()).isEqualTo(8);
    }

    @Test
    void theGatewaysOwnContextIsNotPassedOn() {
        assertThat(edge.get("/api/v1/access/here").body()).isEqualTo("answered by the gateway itself");
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void whatNobodyHoldsIsNotFound() {
        assertThat(edge.get("/api/v1/unknown/plans").statusCode()).isEqualTo(404);
        // the same context in other letters is another address to the service
        assertThat(edge.get("/api/v1/pl%61n/plans").statusCode()).isEqualTo(404);
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void whoIsUnknownGetsNowhere() {
        assertThat(edge.send(edge.request("/api/v1/plan/plans")).statusCode()).isEqualTo(401);
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void whatMayBeRepeatedIsSentAgainWhenTheConnectionBreaks() {
        AtomicInteger calls = new AtomicInteger();
        service.on("/api/v1/plan/flaky", exchange -> {
            service.take(exchange);
            if (calls.incrementAndGet() % 2 == 1) {
                exchange.close();
            } else {
                FakeService.answer(exchange, 200, "at last");
            }
        });

        assertThat(edge.get("/api/v1/plan/flaky").body()).isEqualTo("at last");
        assertThat(edge.post("/api/v1/plan/flaky", "{\"n\": 1}", "key-00002").body())
                .isEqualTo("at last");
        assertThat(service.asked())
                .extracting(FakeService.Asked::method, FakeService.Asked::bytes)
                .containsExactly(tuple("GET", 0L), tuple("GET", 0L), tuple("POST", 8L), tuple("POST", 8L));
    }

    @Test
    void aCommandWithoutAKeyIsSentOnceAndItsOutcomeSaidToBeUnknown() {
        service.on("/api/v1/plan/breaks", exchange -> {
            service.take(exchange);
            exchange.close();
        });

        HttpResponse<String> answer = edge.post("/api/v1/plan/breaks", "{}", null);

        assertThat(service.asked()).hasSize(1);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("problems/outcome-unknown").contains("Idempotency-Key");
    }

    @Test
    void anUploadStreamsThrough() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        service.on("/api/v1/plan/evidence", exchange -> {
            begun.countDown();
            FakeService.Asked asked = service.take(exchange);
            FakeService.answer(exchange, 200, String.valueOf(asked.bytes()));
        });
        // the second half is sent only after the service has seen the first
        var source = new InputStream() {
            private int sent;

            @Override
            public int read() {
                return -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (sent >= LARGE / 2) {
                    try {
                        begun.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }
                int n = Math.min(length, LARGE - sent);
                sent += n;
                return n == 0 ? -1 : n;
            }
        };

        HttpResponse<String> answer = edge.send(edge.signed("/api/v1/plan/evidence")
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofInputStream(() -> source), LARGE)));

        assertThat(answer.body()).isEqualTo(String.valueOf(LARGE));
    }

    @Test
    void aDownloadStreamsThrough() throws IOException {
        CountDownLatch firstRead = new CountDownLatch(1);
        service.on("/api/v1/plan/file", exchange -> {
            service.take(exchange);
            exchange.sendResponseHeaders(200, LARGE);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(new byte[LARGE / 2]);
                out.flush();
                try {
                    firstRead.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                out.write(new byte[LARGE / 2]);
            }
        });

        HttpResponse<InputStream> answer =
                edge.send(edge.signed("/api/v1/plan/file"), HttpResponse.BodyHandlers.ofInputStream());

        try (InputStream in = answer.body()) {
            assertThat(in.read()).isZero();
            firstRead.countDown();
            assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(LARGE - 1L);
        }
        assertThat(answer.headers().firstValue("Content-Length")).contains(String.valueOf(LARGE));
    }

    @Test
    void anAnswerThatBreaksOffIsNotTakenForWhole() {
        for (long length : List.of(1_000_000L, 0L)) {
            service.on("/api/v1/plan/torn", exchange -> {
                // 0: of unknown length
                exchange.sendResponseHeaders(200, length);
                exchange.getResponseBody().write(new byte[300_000]);
                exchange.getResponseBody().flush();
                throw new IOException("the service dies");
            });

            assertThatThrownBy(() -> edge.get("/api/v1/plan/torn")).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void anAnswerThatTakesTooLongIsGivenUp() {
        try (var slow = new FakeService();
                var impatient =
                        RunningEdge.before(slow, Map.of("thidua.gateway.services.plan-service.timeout", "300ms"))) {
            CountDownLatch never = new CountDownLatch(1);
            slow.on("/api/v1/plan/slow", exchange -> {
                slow.take(exchange);
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            });

            HttpResponse<String> asked = impatient.get("/api/v1/plan/slow");
            HttpResponse<String> told = impatient.post("/api/v1/plan/slow", "{}", "key-00003");
            never.countDown();

            assertThat(asked.statusCode()).isEqualTo(504);
            assertThat(asked.body()).contains("problems/service-slow");
            assertThat(told.statusCode()).isEqualTo(503);
            assertThat(told.body()).contains("problems/outcome-unknown");
            // what is slow gets no second request on top
            assertThat(slow.asked()).hasSize(2);
        }
    }
}
