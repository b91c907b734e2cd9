package vn.thidua.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.platform.testing.Eventually.eventually;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import vn.thidua.gateway.edge.routes.BackingServices;

class ResilienceIT {

    private static final String LABEL = "kế hoạch và nhiệm vụ";

    @Test
    void aServiceThatIsDownIsSaidToBeInAClerksWordsAndComesBackByItself() {
        try (var service = new FakeService();
                var other = new FakeService();
                var edge = RunningEdge.before(
                        service,
                        Map.of(
                                "thidua.gateway.services.plan-service.label",
                                LABEL,
                                "thidua.gateway.services.campaign-service.uri",
                                other.address(),
                                "thidua.gateway.services.campaign-service.contexts",
                                "campaign"))) {
            service.onAnything("/api/v1/plan/plans");
            other.onAnything("/api/v1/campaign/campaigns");
            assertThat(edge.get("/api/v1/plan/plans").statusCode()).isEqualTo(200);

            service.stop();
            HttpResponse<String> down = edge.get("/api/v1/plan/plans");

            assertThat(down.statusCode()).isEqualTo(503);
            assertThat(down.headers().firstValue("Retry-After")).isPresent();
            assertThat(down.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(down.body())
                    .contains("Phần " + LABEL + " đang tạm ngừng")
                    .contains("problems/service-down");
            // a command has not left either: nothing is unknown about it
            assertThat(edge.post("/api/v1/plan/plans", "{}", null).body()).contains("problems/service-down");
            assertThat(edge.get("/api/v1/campaign/campaigns").statusCode()).isEqualTo(200);

            service.startAgain();
            eventually(
                    "the service answers again",
                    () -> edge.get("/api/v1/plan/plans").statusCode() == 200);
        }
    }

    @Test
    void aServiceThatHangsIsAskedNoMoreUntilATryGoesWell() {
        try (var service = new FakeService();
                var edge = RunningEdge.before(
                        service,
                        Map.of(
                                "thidua.gateway.services.plan-service.timeout", "200ms",
                                "thidua.gateway.resilience.enough", "3",
                                "thidua.gateway.resilience.rest", "2s"))) {
            CountDownLatch end = new CountDownLatch(1);
            service.on("/api/v1/plan/plans", exchange -> {
                service.take(exchange);
                try {
                    end.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                FakeService.answer(exchange, 200, "done");
            });

            for (int i = 0; i < 3; i++) {
                assertThat(edge.get("/api/v1/plan/plans").statusCode()).isEqualTo(504);
            }
            assertThat(edge.bean(BackingServices.class).all().getFirst().breakerState())
                    .isEqualTo("OPEN");
            assertThat(edge.get("/api/v1/plan/plans").statusCode()).isEqualTo(503);
            assertThat(service.asked()).hasSize(3);

            end.countDown();
            eventually("a try goes well", () -> edge.get("/api/v1/plan/plans").statusCode() == 200);
            eventually("the breaker closes", () -> {
                edge.get("/api/v1/plan/plans");
                return edge.bean(BackingServices.class)
                        .all()
                        .getFirst()
                        .breakerState()
                        .equals("CLOSED");
            });
        }
    }

    @Test
    void anAddressThatIsNotWellIsPassedOver() {
        try (var first = new FakeService();
                var second = new FakeService();
                var edge = RunningEdge.before(
                        first,
                        Map.of("thidua.gateway.services.plan-service.uri", first.address() + "," + second.address()))) {
            first.onAnything("/api/v1/plan/plans");
            second.onAnything("/api/v1/plan/plans");
            for (int i = 0; i < 4; i++) {
                edge.get("/api/v1/plan/plans");
            }
            assertThat(first.asked()).hasSize(2);
            assertThat(second.asked()).hasSize(2);

            // it says itself that it takes nothing more, as it does before it ends
            first.readiness(503);
            var health = edge.bean(BackingServices.class)
                    .all()
                    .getFirst()
                    .addresses()
                    .getFirst();
            eventually("the gateway has noticed", () -> !health.isHealthy());
            first.forget();
            for (int i = 0; i < 4; i++) {
                assertThat(edge.get("/api/v1/plan/plans").statusCode()).isEqualTo(200);
            }
            assertThat(first.asked()).isEmpty();

            // gone without a word: what asks is sent to the other one at once
            first.readiness(200);
            eventually("it is well again", health::isHealthy);
            second.stop();
            for (int i = 0; i < 4; i++) {
                assertThat(edge.get("/api/v1/plan/plans").statusCode()).isEqualTo(200);
                assertThat(edge.post("/api/v1/plan/plans", "{}", "key-0000" + i).statusCode())
                        .isEqualTo(200);
            }
        }
    }
}
