package vn.thidua.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thidua.gateway.signin.session.SessionCookie;
import vn.thidua.platform.testing.Eventually;

/** Sessions end when they should, everywhere and for good. */
class SessionsIT {

    private static final String ME = "/api/v1/access/me";
    private static final String NEW = "mười hai cây cầu gỗ lim";

    private static Door door;

    @BeforeAll
    static void open() {
        door = Door.shared();
    }

    private static Browser signedIn(String name) {
        Browser browser = door.browser();
        assertThat(browser.signIn(name, Door.PASSWORD).status()).isEqualTo(303);
        return browser;
    }

    @Test
    void aRequestUnderWayDoesNotBringBackASessionThatWasEndedMeanwhile() throws Exception {
        String account = door.account("dang.lam");
        Browser browser = signedIn("dang.lam");
        // long not seen: the request would write that it was
        door.sessions()
                .updateOne(
                        Filters.eq("account", account),
                        new Document(
                                "$set",
                                new Document("seen", new java.util.Date(System.currentTimeMillis() - 600_000))));
        Browser slow = browser.at(door.address());
        CompletableFuture<Browser.Answer> underWay = CompletableFuture.supplyAsync(() -> slow.get("/api/v1/echo/slow"));
        Thread.sleep(500);

        assertThat(browser.json("DELETE", ME + "/sessions", "").status()).isEqualTo(204);
        underWay.get(60, TimeUnit.SECONDS);

        assertThat(door.sessions().countDocuments(Filters.eq("account", account)))
                .isZero();
        assertThat(slow.get(ME).status()).isEqualTo(401);
    }

    @Test
    void signingOutEverywhereEndsAllSessionsOfTheAccountAndNobodyElses() {
        door.account("nhieu.noi");
        door.account("nguoi.khac");
        Browser office = signedIn("nhieu.noi");
        Browser home = signedIn("nhieu.noi");
        Browser other = signedIn("nguoi.khac");
        office.get(ME);

        assertThat(office.json("DELETE", ME + "/sessions", "").status()).isEqualTo(204);

        assertThat(office.get(ME).status()).isEqualTo(401);
        assertThat(home.get(ME).status()).isEqualTo(401);
        assertThat(other.get(ME).status()).isEqualTo(200);
    }

    @Test
    void theOwnSessionsAreListedAndOneCanBeEnded() {
        door.account("hai.may");
        door.account("khong.phai.cua.minh");
        Browser office = signedIn("hai.may");
        Browser home = signedIn("hai.may");
        String homes = home.get(ME).text("id").isEmpty() ? "" : sessionOf(home);
        Browser stranger = signedIn("khong.phai.cua.minh");
        stranger.get(ME);

        assertThat(office.get(ME + "/sessions").body()).contains(homes, "\"current\":true", "\"current\":false");
        assertThat(stranger.json("DELETE", ME + "/sessions/" + homes, "").status())
                .isEqualTo(404);
        assertThat(office.json("DELETE", ME + "/sessions/" + homes, "").status())
                .isEqualTo(204);

        assertThat(home.get(ME).status()).isEqualTo(401);
        assertThat(office.get(ME).status()).isEqualTo(200);
    }

    private static String sessionOf(Browser browser) {
        return browser.get(ME).body().replaceFirst(".*\"session\":\\{\"id\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void aNewPasswordEndsAllOtherSessionsAndCounts() {
        door.account("doi.mat.khau");
        Browser here = signedIn("doi.mat.khau");
        Browser there = signedIn("doi.mat.khau");
        here.get(ME);

        assertThat(change(here, "không phải mật khẩu này", NEW).body()).contains("\"current\"");
        assertThat(change(here, Door.PASSWORD, "ngắn").body()).contains("\"new\"", "15 ký tự");
        assertThat(change(here, Door.PASSWORD, "doi.mat.khau doi.mat.khau").body())
                .contains("dễ đoán");
        assertThat(change(here, Door.PASSWORD, Door.PASSWORD).body()).contains("trùng");
        assertThat(change(here, Door.PASSWORD, NEW).status()).isEqualTo(204);

        assertThat(here.get(ME).status()).isEqualTo(200);
        assertThat(there.get(ME).status()).isEqualTo(401);
        Eventually.eventually(
                "the new one is known",
                () -> door.browser().signIn("doi.mat.khau", NEW).status() == 303);
        assertThat(door.browser().signIn("doi.mat.khau", Door.PASSWORD).status())
                .isEqualTo(401);
        // what the view has learned meanwhile has not ended the session in which it was changed
        assertThat(here.get(ME).status()).isEqualTo(200);
    }

    private static Browser.Answer change(Browser browser, String current, String wanted) {
        return browser.json("POST", ME + "/password", "{\"current\":\"" + current + "\",\"new\":\"" + wanted + "\"}");
    }

    @Test
    void aPasswordSetByAnotherEndsTheSessionsAndMustBeChangedFirst() {
        String account = door.account("cap.lai");
        Browser before = signedIn("cap.lai");

        door.setPassword(account, "một lần rồi thôi nhé bạn", true);

        Eventually.eventually(
                "the session from before is over", () -> before.get(ME).status() == 401);
        Browser browser = door.browser();
        assertThat(browser.signIn("cap.lai", "một lần rồi thôi nhé bạn").status())
                .isEqualTo(303);
        assertThat(browser.get(ME).body()).contains("\"mustChangePassword\":true");
        assertThat(browser.get("/api/v1/echo/x").body()).contains("problems/password-change-required");
        assertThat(browser.get(ME + "/sessions").status()).isEqualTo(403);
        assertThat(change(browser, "một lần rồi thôi nhé bạn", NEW).status()).isEqualTo(204);
        assertThat(browser.get("/api/v1/echo/x").status()).isEqualTo(200);
        assertThat(browser.get(ME).body()).contains("\"mustChangePassword\":false");
    }

    @Test
    void aSessionEndsWhenItIsNotUsedAndAtTheLatestAfterHalfADay() {
        String idle = door.account("bo.quen");
        Browser forgotten = signedIn("bo.quen");
        set(idle, "seen", System.currentTimeMillis() - 31 * 60_000L);
        assertThat(forgotten.get(ME).status()).isEqualTo(401);

        String busy = door.account("lam.mai");
        Browser working = signedIn("lam.mai");
        set(busy, "ends", System.currentTimeMillis() - 1);
        assertThat(working.get(ME).status()).isEqualTo(401);
        assertThat(door.sessions().countDocuments(Filters.in("account", idle, busy)))
                .isZero();
    }

    private static void set(String account, String field, long millis) {
        door.sessions()
                .updateOne(
                        Filters.eq("account", account),
                        new Document("$set", new Document(field, new java.util.Date(millis))));
    }

    @Test
    void twoGatewaysServeOneSessionAndSignWithTheSameKeys() {
        door.account("hai.cua");
        door.account("cua.dong");
        Browser elsewhere;
        try (Door second = door.another()) {
            elsewhere = second.browser();
            elsewhere.signIn("cua.dong", Door.PASSWORD);
            elsewhere.get(ME);
            Browser browser = signedIn("hai.cua");
            Browser there = browser.at(second.address());

            assertThat(there.get(ME).status()).isEqualTo(200);
            assertThat(there.get("/.well-known/service-keys.json").body())
                    .isEqualTo(browser.get("/.well-known/service-keys.json").body())
                    .contains("\"kid\"")
                    .doesNotContain("\"d\"");
            String token = there.get("/api/v1/echo/x").text("authorization").substring("Bearer ".length());
            assertThat(Verified.by(browser.get("/.well-known/service-keys.json").body(), token)
                            .getClaimAsString("person"))
                    .isEqualTo("person-of-hai.cua");

            browser.get(ME);
            browser.json("POST", "/logout", "");
            assertThat(there.get(ME).status()).isEqualTo(401);
            assertThat(there.cookies()).containsKey(SessionCookie.PLAIN);
        }
        // the one where this session began is gone
        Browser goesOn = elsewhere.at(door.address());
        assertThat(goesOn.get("/api/v1/echo/x").status()).isEqualTo(200);
        assertThat(goesOn.json("DELETE", ME + "/sessions", "").status()).isEqualTo(204);
    }
}
