package vn.thidua.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thidua.access.domain.client.ClientCommand;
import vn.thidua.access.domain.client.ClientScope;
import vn.thidua.gateway.ServiceTokens;
import vn.thidua.gateway.edge.GatewayProperties;
import vn.thidua.platform.security.SigningKeys;
import vn.thidua.platform.testing.Eventually;
import vn.thidua.platform.testing.Tokens;

/** Systems get tokens for their secret, and only as long as they stand. */
class ClientsIT {

    private static final String SECRET = "ZkVhdHJhbmRvbXNlY3JldG9mYW5BUEljbGllbnQ";
    private static final String ECHO = "/api/v1/plan/x";

    private static Door door;
    private static String client;

    @BeforeAll
    static void open() {
        door = Door.shared();
        client = door.client(SECRET, ClientScope.PLAN_READ, ClientScope.ORGANIZATION_READ);
    }

    private static Browser.Answer ask(String id, String secret, String scope) {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return door.browser()
                .header("Authorization", "Basic " + basic)
                .form("/oauth2/token", Map.of("grant_type", "client_credentials", "scope", scope));
    }

    private static Browser with(String token) {
        return door.browser().header("Authorization", "Bearer " + token);
    }

    @Test
    void aClientGetsATokenForItsScopesAndIsPassedOnAsItself() {
        Browser.Answer given = ask(client, SECRET, "plan.read");
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        assertThat(given.body()).doesNotContain("refresh_token");

        Browser.Answer passed = with(given.text("access_token")).get(ECHO);

        assertThat(passed.status()).as(passed.body()).isEqualTo(200);
        var token = Verified.by(
                door.browser().get("/.well-known/service-keys.json").body(),
                passed.text("authorization").substring("Bearer ".length()));
        assertThat(token.getSubject()).isEqualTo(client);
        assertThat(token.getClaimAsString("scope")).isEqualTo("plan.read");
        assertThat(String.valueOf(token.getClaims().get("posts"))).contains("API_CLIENT", "unit-of-clients");
        assertThat(token.getClaims()).doesNotContainKeys("person", "sid");
    }

    @Test
    void nothingIsGivenForAnotherSecretAnotherScopeOrAnotherGrant() {
        assertThat(ask(client, "another", "plan.read").status()).isEqualTo(401);
        assertThat(ask("none-such", SECRET, "plan.read").status()).isEqualTo(401);
        assertThat(ask(client, SECRET, "operations").body()).contains("invalid_scope");
        String basic = Base64.getEncoder().encodeToString((client + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        Browser.Answer password = door.browser()
                .header("Authorization", "Basic " + basic)
                .form("/oauth2/token", Map.of("grant_type", "password", "username", "a", "password", "b"));
        assertThat(password.status()).isEqualTo(400);
    }

    @Test
    void nothingElseOfOauthIsOpen() {
        for (String path : new String[] {
            "/oauth2/authorize?response_type=code&client_id=x",
            "/oauth2/jwks",
            "/oauth2/introspect",
            "/oauth2/revoke",
            "/oauth2/device_authorization",
            "/oauth2/token",
            "/oauth2/authorization/issuer",
            "/.well-known/oauth-authorization-server",
            "/.well-known/openid-configuration"
        }) {
            assertThat(door.browser().get(path).status()).as(path).isIn(404, 405);
        }
    }

    @Test
    void aRevokedClientIsShutOutAtOnceWithTheTokenThatItHas() {
        String other = door.client(SECRET, ClientScope.PLAN_READ);
        String token = ask(other, SECRET, "plan.read").text("access_token");
        assertThat(with(token).get(ECHO).status()).isEqualTo(200);

        door.send(new ClientCommand.RevokeClient(other, "system"));

        Eventually.eventually(
                "the token is worth nothing", () -> with(token).get(ECHO).status() == 401);
        assertThat(ask(other, SECRET, "plan.read").status()).isEqualTo(401);
    }

    @Test
    void aClientIsNobodysSessionAndNeedsNoTokenAgainstForgedRequests() {
        String token = ask(client, SECRET, "plan.read").text("access_token");

        assertThat(with(token).get("/api/v1/access/me").status()).isEqualTo(403);
        assertThat(with(token).send("POST", ECHO, "application/json", "{}").status())
                .isEqualTo(200);
        assertThat(with(token).get("/status").status()).isEqualTo(403);
    }

    @Test
    void aScopeOpensTheContextOfItsNameAlone() {
        String token = ask(client, SECRET, "plan.read").text("access_token");

        assertThat(with(token).get("/api/v1/organization/x").status()).isEqualTo(403);
        // no scope of that name has been published
        assertThat(with(token).get("/api/v1/echo/x").status()).isEqualTo(403);
        String both = ask(client, SECRET, "plan.read organization.read").text("access_token");
        assertThat(with(both).get("/api/v1/organization/x").status()).isEqualTo(200);
        assertThat(with(both).get("/api/v1/echo/x").status()).isEqualTo(403);
    }

    @Test
    void everyPublishedScopeThatReadsIsOfAContextBehindTheDoorAndEveryContextThereHasOne() {
        Set<String> contexts = door.bean(GatewayProperties.class).services().values().stream()
                .flatMap(service -> service.contexts().stream())
                // the one of these tests
                .filter(context -> !context.equals("echo"))
                .collect(Collectors.toSet());

        assertThat(Arrays.stream(ClientScope.values())
                        .filter(scope -> scope != ClientScope.OPERATIONS)
                        .map(scope -> scope.words().replace(".read", "")))
                .containsExactlyInAnyOrderElementsOf(contexts);
    }

    @Test
    void aClientOfOperatorsSeesHowThingsAreFromThisMachineToo() {
        String operator = door.client(SECRET, ClientScope.OPERATIONS);
        String token = ask(operator, SECRET, "operations").text("access_token");

        // the tools of this machine come the same way, with tokens of another kind
        for (String path : List.of("/status", "/actuator/metrics", "/api/v1/access/operations/processors")) {
            assertThat(with(token).get(path).status()).as(path).isEqualTo(200);
            assertThat(with(Tokens.of("tool").scope("operations").mint())
                            .get(path)
                            .status())
                    .as("a tool: " + path)
                    .isEqualTo(200);
        }
        assertThat(with(token).get(ECHO).status()).isEqualTo(200);
        // which open nothing else
        assertThat(with(Tokens.of("tool").scope("operations").mint()).get(ECHO).status())
                .isEqualTo(401);
        String reader = ask(client, SECRET, "plan.read").text("access_token");
        assertThat(with(reader).get("/status").status()).isEqualTo(403);
    }

    @Test
    void aTokenThatIsWrongInAnyWayOpensNothing() throws Exception {
        String right = ask(client, SECRET, "plan.read").text("access_token");
        var header = SignedJWT.parse(right).getHeader();
        var claims = SignedJWT.parse(right).getJWTClaimsSet();
        var ours = (ECKey) SigningKeys.fresh().getKeys().getFirst();
        var own = new ECDSASigner(ours);
        String named = door.browser().get("/.well-known/service-keys.json").body();

        // signed with a key of one's own, under our key's name
        refused("forged", signed(header, claims, own));
        // its own key in the header
        refused(
                "a key in the header",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .type(new JOSEObjectType("at+jwt"))
                                .jwk(ours.toPublicJWK())
                                .build(),
                        claims,
                        own));
        refused("unsigned", new PlainJWT(claims).serialize());
        // what is public taken for a shared secret
        refused(
                "another algorithm",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                .type(new JOSEObjectType("at+jwt"))
                                .keyID(header.getKeyID())
                                .build(),
                        claims,
                        new MACSigner(named.getBytes(StandardCharsets.UTF_8))));
        String[] parts = right.split("\\.", -1);
        refused(
                "changed",
                parts[0] + "."
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(claims.toString()
                                        .replace("plan.read", "operations")
                                        .getBytes(StandardCharsets.UTF_8))
                        + "." + parts[2]);
        refused("cut off", parts[0] + "." + parts[1] + ".");
        refused("no token at all", "abc");
        // the gateway's own token for services is for services
        refused(
                "another audience",
                door.bean(ServiceTokens.class).bearerFor(Tokens.of(client).caller()));
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws Exception {
        var jwt = new SignedJWT(
                header,
                new JWTClaimsSet.Builder(claims)
                        .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                        .build());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static void refused(String what, String token) {
        Browser.Answer answer = with(token).get(ECHO);
        assertThat(answer.status()).as(what).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).as(what).isEqualTo("Bearer");
    }
}
