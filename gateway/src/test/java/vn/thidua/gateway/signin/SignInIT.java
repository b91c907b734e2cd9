package vn.thidua.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.gateway.signin.password.Passwords;
import vn.thidua.gateway.signin.session.SessionCookie;
import vn.thidua.platform.testing.Eventually;

/** People sign in with name and password, and out again. */
class SignInIT {

    private static final String ME = "/api/v1/access/me";

    private static Door door;

    @BeforeAll
    static void open() {
        door = Door.shared();
        var role = door.role(AccountRole.OFFICER, "unit-x");
        door.account("lan.nguyen", role);
    }

    @Test
    void whoSignsInIsKnownWithTheRolesOfToday() {
        Browser browser = door.browser();

        Browser.Answer signedIn = browser.signIn("lan.nguyen", Door.PASSWORD, "/plans?year=2025");

        assertThat(signedIn.status()).isEqualTo(303);
        assertThat(signedIn.header("Location")).isEqualTo("/plans?year=2025");
        Browser.Answer me = browser.get(ME);
        assertThat(me.status()).as(me.body()).isEqualTo(200);
        assertThat(me.text("name")).isEqualTo("lan.nguyen");
        assertThat(me.body()).contains("\"role\":\"OFFICER\"", "\"unit\":\"unit-x\"", "\"mustChangePassword\":false");
    }

    @Test
    void theFirstAdministratorsPasswordLiesInAFileForItsOwnerAlone() throws IOException {
        assertThat(Files.getPosixFilePermissions(door.firstPassword()))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        Browser browser = door.browser();

        Browser.Answer signedIn = browser.signIn("quantri", Files.readString(door.firstPassword()));

        assertThat(signedIn.status()).isEqualTo(303);
        assertThat(browser.get(ME).body()).contains("\"mustChangePassword\":true");
    }

    @Test
    void theNameMayBeWrittenInCapitalsAndThePasswordInDecomposedLetters() {
        String decomposed = java.text.Normalizer.normalize(Door.PASSWORD, java.text.Normalizer.Form.NFD);

        assertThat(door.browser().signIn("Lan.Nguyen", decomposed).status()).isEqualTo(303);
    }

    @Test
    void theCookieIsNotForScriptsNorForOtherSites() {
        Browser browser = door.browser();

        String cookies = browser.signIn("lan.nguyen", Door.PASSWORD).header("Set-Cookie");

        assertThat(cookies.lines().filter(line -> line.startsWith(SessionCookie.PLAIN + "=")))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
        // what stands in the store does not open the session
        String id = browser.cookies().get(SessionCookie.PLAIN);
        assertThat(door.sessions().find().map(row -> row.getString("_id"))).doesNotContain(id);
    }

    @Test
    void nobodyIsLetInWithoutSigningIn() {
        assertThat(door.browser().get(ME).status()).isEqualTo(401);
        assertThat(door.browser().get("/api/v1/echo/x").status()).isEqualTo(401);
        Browser.Answer page = door.browser().header("Accept", "text/html").get("/status?a=1&b=2");
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("Location")).isEqualTo("/login?next=/status?a%3D1%26b%3D2");
    }

    @Test
    void aSessionThatTheBrowserCameWithIsNotTheOneItSignsInTo() {
        Browser victim = door.browser();
        String planted = "A".repeat(43);
        victim.cookies().put(SessionCookie.PLAIN, planted);

        victim.signIn("lan.nguyen", Door.PASSWORD);

        assertThat(victim.cookies().get(SessionCookie.PLAIN)).isNotEqualTo(planted);
        Browser attacker = door.browser();
        attacker.cookies().put(SessionCookie.PLAIN, planted);
        assertThat(attacker.get(ME).status()).isEqualTo(401);
    }

    @Test
    void aSecondSignInLeavesNoEarlierSessionBehind() {
        Browser browser = door.browser();
        browser.signIn("lan.nguyen", Door.PASSWORD);
        Browser earlier = browser.at(door.address());

        browser.signIn("lan.nguyen", Door.PASSWORD);

        assertThat(browser.get(ME).status()).isEqualTo(200);
        assertThat(earlier.get(ME).status()).isEqualTo(401);
    }

    @Test
    void whoHasSignedOutCannotGoOnWithTheOldCookies() {
        Browser browser = door.browser();
        browser.signIn("lan.nguyen", Door.PASSWORD);
        Browser copied = browser.at(door.address());

        assertThat(browser.json("POST", "/logout", "").status()).isEqualTo(204);

        assertThat(copied.get(ME).status()).isEqualTo(401);
        assertThat(copied.get("/api/v1/echo/x").status()).isEqualTo(401);
        assertThat(browser.get(ME).status()).isEqualTo(401);
    }

    @Test
    void aRequestThatChangesSomethingNeedsTheTokenOfOurPage() {
        Browser browser = door.browser();
        browser.signIn("lan.nguyen", Door.PASSWORD);
        browser.get(ME);

        assertThat(browser.send("DELETE", ME + "/sessions", null, null).body()).contains("problems/csrf");
        assertThat(browser.header("X-XSRF-TOKEN", "made-up")
                        .send("DELETE", ME + "/sessions", null, null)
                        .status())
                .isEqualTo(403);
        assertThat(browser.send("POST", "/logout", null, null).status()).isEqualTo(403);
        Browser again = browser.at(door.address());
        assertThat(again.get(ME).status()).isEqualTo(200);
        // another's token is as good as none: its value must be that of the own cookie
        Browser other = door.browser();
        other.get("/login");
        again.header("X-XSRF-TOKEN", Objects.requireNonNull(other.cookies().get("XSRF-TOKEN")));
        assertThat(again.send("DELETE", ME + "/sessions", null, null).status()).isEqualTo(403);
    }

    @Test
    void theFormItselfCannotBeSentByAnotherSite() {
        Browser.Answer forged =
                door.browser().form("/login", Map.of("name", "lan.nguyen", "password", Door.PASSWORD, "next", "/"));

        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.body()).contains("Hãy nhập lại");
        assertThat(forged.header("Set-Cookie")).doesNotContain(SessionCookie.PLAIN);
    }

    @Test
    void noLinkLeadsElsewhereAfterSigningIn() {
        for (String next : new String[] {
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/\t/evil.example",
            "\\\\evil",
            "/a\r\nX: y",
            "evil"
        }) {
            assertThat(door.browser().signIn("lan.nguyen", Door.PASSWORD, next).header("Location"))
                    .as(next)
                    .isEqualTo("/");
        }
    }

    @Test
    void whatComesFromOutsideIsNoMarkup() {
        String markup = "\"><script>alert(1)</script>@@csrf@@";

        Browser.Answer page = door.browser().signIn(markup, "x");

        assertThat(page.body()).doesNotContain("<script").contains("&lt;script&gt;", "@@csrf@@");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(page.header("Cache-Control")).contains("no-store");
    }

    @Test
    void anUnknownNameGetsTheSameAnswerAndCostsTheSameWork() {
        Passwords passwords = door.bean(Passwords.class);
        long before = passwords.computed();
        Browser.Answer known = door.browser().signIn("lan.nguyen", "không phải mật khẩu này");
        long between = passwords.computed();
        Browser.Answer unknown = door.browser().signIn("khong.co.ai", "không phải mật khẩu này");
        long after = passwords.computed();

        assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(401);
        assertThat(comparable(unknown)).isEqualTo(comparable(known));
        assertThat(after - between).isEqualTo(between - before).isEqualTo(1);
    }

    private static String comparable(Browser.Answer answer) {
        return answer.body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("value=\"(lan.nguyen|khong.co.ai)\"", "");
    }

    @Test
    void aLockTakesEffectWithinSecondsAndIsToldOnlyToWhoKnowsThePassword() {
        String account = door.account("bi.khoa");
        Browser browser = door.browser();
        browser.signIn("bi.khoa", Door.PASSWORD);
        assertThat(browser.get(ME).status()).isEqualTo(200);

        door.lock(account);

        Eventually.eventually("the session is over", () -> browser.get(ME).status() == 401);
        assertThat(door.browser().signIn("bi.khoa", Door.PASSWORD).body()).contains("đang bị khóa");
        assertThat(door.browser().signIn("bi.khoa", "một mật khẩu khác hẳn").body())
                .doesNotContain("khóa")
                .contains("không đúng");
    }

    @Test
    void theServiceBehindGetsATokenAndNoCookie() {
        Browser browser = door.browser();
        browser.signIn("lan.nguyen", Door.PASSWORD);
        browser.header("X-Forwarded-User", "somebody");

        Browser.Answer passed = browser.get("/api/v1/echo/x");

        assertThat(passed.status()).as(passed.body()).isEqualTo(200);
        assertThat(passed.text("authorization")).startsWith("Bearer ey");
        assertThat(passed.text("cookie")).isEmpty();
    }
}
