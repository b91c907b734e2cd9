package vn.thidua.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.platform.embedded.Ports;

/** Sign-in at an issuer that is not ours: it is first away, then there, then gone in between. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutsideIssuerIT {

    private static final String ME = "/api/v1/access/me";
    private static final String THERE = "/oauth2/authorization/issuer";

    private static int port;
    private static Door door;
    private static @Nullable ConfigurableApplicationContext issuer;

    @BeforeAll
    static void open() {
        port = Ports.free();
        door = Door.open(Map.of(
                "thidua.sign-in.issuer.uri",
                address(),
                "thidua.sign-in.issuer.client-id",
                SecondIssuer.CLIENT,
                "thidua.sign-in.issuer.client-secret",
                SecondIssuer.SECRET,
                "thidua.sign-in.issuer.name",
                "tài khoản tỉnh <X>",
                "thidua.sign-in.issuer.patience",
                "3s"));
        SecondIssuer.BACK.set(door.address() + "/login/oauth2/code/issuer");
        String account = door.account("tai.tinh", null, false, door.role(AccountRole.OFFICER, "unit-x"));
        door.link(account, address(), "subject-1");
        door.account("tai.cho");
    }

    @AfterAll
    static void close() {
        stop();
        door.close();
    }

    private static void stop() {
        ConfigurableApplicationContext running = issuer;
        if (running != null) {
            running.close();
            issuer = null;
        }
    }

    private static String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Goes to the issuer as somebody, and comes back with what it sends along. */
    private static String back(Browser browser, String person) {
        Browser.Answer there = browser.get(THERE);
        assertThat(there.status()).isEqualTo(302);
        assertThat(there.header("Location")).startsWith(address()).contains("code_challenge=", "state=", "nonce=");
        Browser.Answer asked =
                new Browser(address()).header(SecondIssuer.PERSON, person).get(there.header("Location"));
        assertThat(asked.status()).as(asked.body()).isEqualTo(302);
        return asked.header("Location").substring(door.address().length());
    }

    @Test
    @Order(1)
    void anIssuerThatIsAwayIsSaidOnThePageAndTheOwnAccountsGetIn() {
        Browser browser = door.browser();
        assertThat(browser.get("/login").body()).contains("Đăng nhập bằng tài khoản tỉnh &lt;X&gt;", THERE);

        Browser.Answer there = browser.get(THERE);

        assertThat(there.header("Location")).isEqualTo("/login?problem=issuer-down");
        assertThat(browser.get(there.header("Location")).body()).contains("Chưa liên lạc được");
        assertThat(browser.signIn("tai.cho", Door.PASSWORD).status()).isEqualTo(303);
        // an account that signs in elsewhere has no password here
        assertThat(door.browser().signIn("tai.tinh", Door.PASSWORD).status()).isEqualTo(401);
    }

    @Test
    @Order(2)
    void whomTheIssuerKnowsIsTheAccountThatWasLinked() {
        issuer = SecondIssuer.start(port);
        Browser browser = door.browser();
        String back = back(browser, "subject-1");
        String before = browser.cookies().get("thidua-session");

        Browser.Answer done = browser.get(back);

        assertThat(done.header("Location")).isEqualTo("/");
        assertThat(browser.get(ME).body()).contains("tai.tinh", "unit-x", "\"how\":\"issuer\"");
        assertThat(browser.cookies().get("thidua-session")).isNotEqualTo(before);
        // the same answer a second time, in another browser, is worth nothing
        assertThat(door.browser().get(back).header("Location")).isEqualTo("/login?problem=issuer-refused");
    }

    @Test
    @Order(3)
    void whomNobodyHasLinkedIsRefusedWithWhatToDo() {
        Browser browser = door.browser();

        Browser.Answer done = browser.get(back(browser, "subject-2"));

        assertThat(done.header("Location")).isEqualTo("/login?problem=issuer-unknown");
        assertThat(browser.get(done.header("Location")).body()).contains("chưa được gắn");
        assertThat(browser.get(ME).status()).isEqualTo(401);
    }

    @Test
    @Order(4)
    void anIssuerThatGoesAwayInBetweenIsSaidToo() {
        Browser browser = door.browser();
        String back = back(browser, "subject-1");

        stop();

        assertThat(browser.get(back).header("Location")).isEqualTo("/login?problem=issuer-down");
        assertThat(browser.get(ME).status()).isEqualTo(401);
        assertThat(browser.signIn("tai.cho", Door.PASSWORD).status()).isEqualTo(303);
    }
}
