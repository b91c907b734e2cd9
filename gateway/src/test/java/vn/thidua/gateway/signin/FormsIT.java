package vn.thidua.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms are bounded as every body is, before anybody asks for a field of them. */
class FormsIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PARTS = "multipart/form-data; boundary=b";

    /** A drop each 50 ms: five times as long as the gateway is patient in these tests. */
    private static final int DROPS = 200;

    private static final Door door = Door.shared();

    @Test
    void aFormThatDripsIsGivenUpWhoeverItIsFor() throws Exception {
        Map<String, Callable<Integer>> dripping = Map.of(
                "the form of the page", () -> drippedBeforeTheEnd("/login", FORM),
                "the form of the tokens", () -> drippedBeforeTheEnd("/oauth2/token", FORM),
                "a form that no endpoint takes", () -> drippedBeforeTheEnd("/api/v1/plan/x", FORM),
                "parts for the page", () -> drippedBeforeTheEnd("/login", PARTS),
                "parts for the tokens", () -> drippedBeforeTheEnd("/oauth2/token", PARTS));
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<Integer>> sent = new HashMap<>();
            dripping.forEach((what, each) -> sent.put(what, all.submit(each)));
            for (var each : sent.entrySet()) {
                assertThat(each.getValue().get()).as(each.getKey()).isLessThan(DROPS);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/oauth2/token"})
    void aFormAboveTheLimitIsRefusedBeforeItsFieldsAreLookedAt(String path) {
        Browser.Answer answer = door.browser().form(path, Map.of("name", "lan", "password", "x".repeat(20_000)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("problems/too-large");
    }

    @Test
    void whatIsNoFormIsSaidToBeNone() {
        assertThat(door.browser().send("POST", "/login", FORM, "name=%zz").status())
                .isEqualTo(400);
    }

    @Test
    void aFormInPartsOpensNothing() {
        Browser browser = door.browser();
        String csrf = browser.formToken();
        String body = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf + "\r\n--b--\r\n";

        assertThat(browser.send("POST", "/login", PARTS, body).status()).isEqualTo(415);
    }

    /** How many bytes could be sent, one now and then, before the connection was cut. */
    private static int drippedBeforeTheEnd(String path, String type) throws IOException {
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(door.address()).getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + type
                            + "\r\nContent-Length: 10000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent < DROPS; sent++) {
                try {
                    out.write('a');
                    out.flush();
                } catch (IOException e) {
                    return sent;
                }
                Thread.sleep(50);
            }
            return DROPS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
