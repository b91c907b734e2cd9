package vn.thidua.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import vn.thidua.access.domain.account.AccountCommand;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.access.domain.account.By;
import vn.thidua.platform.testing.Eventually;

/** Who acts for another has the other's roles, not the own ones, and both are named. */
class ActingForIT {

    private static final String ME = "/api/v1/access/me";

    private static final Door door = Door.shared();

    private static Jwt token(Browser browser) {
        String authorization = browser.get("/api/v1/echo/x").text("authorization");
        return Verified.by(
                browser.get("/.well-known/service-keys.json").body(), authorization.substring("Bearer ".length()));
    }

    @Test
    void theSessionCarriesTheDelegatedRolesAloneUntilItIsTakenBack() {
        var leads = door.role(AccountRole.LEADER, "unit-lead");
        String chair = door.account("chu.tich", leads);
        String deputy = door.account("pho.chu.tich", door.role(AccountRole.OFFICER, "unit-own"));
        String delegation = door.delegate(chair, deputy, leads, Door.today().plusDays(7));
        Browser browser = door.browser();
        browser.signIn("pho.chu.tich", Door.PASSWORD);
        assertThat(browser.get(ME).body()).contains(delegation, "person-of-chu.tich", "unit-own");

        assertThat(browser.json("PUT", ME + "/acting-for", "{\"delegation\":\"none-such\"}")
                        .status())
                .isEqualTo(422);
        assertThat(browser.json("PUT", ME + "/acting-for", "{\"delegation\":\"" + delegation + "\"}")
                        .status())
                .isEqualTo(204);

        Jwt acting = token(browser);
        assertThat(acting.getClaimAsString("person")).isEqualTo("person-of-pho.chu.tich");
        assertThat(acting.getClaimAsString("act")).isEqualTo("person-of-chu.tich");
        List<Map<String, String>> posts = acting.getClaim("posts");
        assertThat(posts).singleElement().satisfies(post -> assertThat(post)
                .containsEntry("role", "LEADER")
                .containsEntry("unit", "unit-lead")
                .containsKey("until"));
        assertThat(browser.get(ME).body()).contains("\"actingFor\":{\"delegation\":\"" + delegation);

        assertThat(browser.json("DELETE", ME + "/acting-for", "").status()).isEqualTo(204);
        Jwt self = token(browser);
        assertThat(self.getClaims()).doesNotContainKey("act");
        assertThat(String.valueOf(self.getClaims().get("posts")))
                .contains("OFFICER")
                .doesNotContain("LEADER");
        // a session's id in tokens is not the cookie
        assertThat(browser.cookies().values()).doesNotContain(self.getClaimAsString("sid"));
    }

    @Test
    void whoseDelegationHasEndedDoesNothingBeforeChoosingAgain() {
        var role = door.role(AccountRole.LEADER, "unit-lead");
        String from = door.account("uy.quyen", role);
        String to = door.account("duoc.uy.quyen", door.role(AccountRole.OFFICER, "unit-own"));
        String delegation = door.delegate(from, to, role, Door.today().plusDays(7));
        Browser browser = door.browser();
        browser.signIn("duoc.uy.quyen", Door.PASSWORD);
        browser.get(ME);
        browser.json("PUT", ME + "/acting-for", "{\"delegation\":\"" + delegation + "\"}");
        assertThat(browser.get("/api/v1/echo/x").status()).isEqualTo(200);

        door.send(
                new AccountCommand.EndDelegation(from, delegation, Door.today().minusDays(1), By.SYSTEM, Door.today()));

        Eventually.eventually(
                "it has ended", () -> browser.get("/api/v1/echo/x").body().contains("problems/delegation-ended"));
        assertThat(browser.get(ME).body()).contains("\"posts\":[]");
        assertThat(browser.json("DELETE", ME + "/acting-for", "").status()).isEqualTo(204);
        assertThat(String.valueOf(token(browser).getClaims().get("posts"))).contains("unit-own");
    }
}
