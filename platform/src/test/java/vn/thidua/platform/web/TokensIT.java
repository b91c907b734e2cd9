package vn.thidua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.platform.notes.Client;
import vn.thidua.platform.notes.NotesApplication;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.DevelopmentIssuer;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.SigningKeys;
import vn.thidua.platform.testing.Tokens;

/** Which tokens are taken, who may give them, and what keeps a service from starting. */
class TokensIT {

    private static final String ME = "/api/v1/notes/me";

    private static ServletWebServerApplicationContext application;
    private static Client client;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() {
        application = NotesApplication.start(Map.of());
        client = new Client(application);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void onlyAFreshShortTokenOfThisInstallationIsTaken() throws Exception {
        assertThat(status(signed(claims -> claims))).isEqualTo(200);
        Instant now = Instant.now();
        assertThat(status(Tokens.of("an").mint(Clock.fixed(now.minusSeconds(130), ZoneOffset.UTC))))
                .isEqualTo(401);
        assertThat(status(Tokens.of("an").mint(Clock.fixed(now.plusSeconds(60), ZoneOffset.UTC))))
                .isEqualTo(401);
        assertThat(status(signed(claims -> claims.expirationTime(Date.from(now.plusSeconds(180))))))
                .isEqualTo(401);
        assertThat(status(signed(claims -> claims.expirationTime(null)))).isEqualTo(401);
        assertThat(status(signed(claims -> claims.issueTime(null).expirationTime(Date.from(now.plusSeconds(86_400))))))
                .isEqualTo(401);
        assertThat(status(signed(claims -> claims.issueTime(null)))).isEqualTo(401);
        assertThat(status(signed(claims -> claims.audience("others")))).isEqualTo(401);
        assertThat(status(signed(claims -> claims.issuer("https://elsewhere")))).isEqualTo(401);
        assertThat(status(signed(claims -> claims.claim("installation", "another"))))
                .isEqualTo(401);
        assertThat(status(signed(claims -> claims.claim("installation", null)))).isEqualTo(401);
        assertThat(status(signed(claims -> claims.subject(null)))).isEqualTo(401);
        assertThat(status(signed(claims -> claims.claim("posts", "ADMIN")))).isEqualTo(401);
        assertThat(status(signed(claims -> claims.claim("posts", List.of(Map.of("role", "ADMIN"))))))
                .isEqualTo(401);
        assertThat(status(signed(claims -> claims.claim("person", 7)))).isEqualTo(401);
    }

    @Test
    void aRoleThatIsNotKnownGivesNoRight() throws Exception {
        String token = signed(claims -> claims.claim("posts", List.of(Map.of("role", "EMPEROR", "unit", "root"))));
        HttpResponse<String> answer = client.get(null, ME, "Authorization", "Bearer " + token);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"posts\":[]");
    }

    @Test
    void noOtherKeyAndNoOtherAlgorithmIsTaken() throws Exception {
        assertThat(status(new PlainJWT(claims().build()).serialize())).isEqualTo(401);
        var ours = (ECKey) Tokens.keys().getKeys().getFirst();
        var strange = (ECKey) SigningKeys.fresh().getKeys().getFirst();
        assertThat(status(sign(claims().build(), strange, strange.getKeyID()))).isEqualTo(401);
        assertThat(status(sign(claims().build(), strange, ours.getKeyID()))).isEqualTo(401);
        // the public key as a shared secret
        var shared = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(ours.getKeyID()).build(), claims().build());
        shared.sign(new MACSigner(ours.toPublicJWK().toJSONString()));
        assertThat(status(shared.serialize())).isEqualTo(401);
        String good = Tokens.of("an").mint();
        int body = good.indexOf('.') + 5;
        assertThat(status(good.substring(0, body) + (good.charAt(body) == 'x' ? 'y' : 'x') + good.substring(body + 1)))
                .isEqualTo(401);
        assertThat(client.get(null, ME + "?access_token=" + good).statusCode()).isEqualTo(401);
    }

    @Test
    void theDevelopmentIssuerIsOffUnlessItIsSwitchedOnByName() {
        assertThat(application.getBeansOfType(DevelopmentIssuer.class)).isEmpty();
        assertThat(client.send("POST", Tokens.of("an"), "/development/token", "{\"subject\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theDevelopmentIssuerGivesTokensThatItsServiceTakes() {
        Map<String, Object> settings = Map.of(
                "thidua.development-issuer.enabled", "true",
                "thidua.tokens.jwk-set", "",
                "thidua.tokens.signing-keys", folder.resolve("keys.json").toString());
        String token;
        try (var with = NotesApplication.start(settings)) {
            var other = new Client(with);
            String wanted = "{\"subject\":\"an\",\"posts\":[{\"role\":\"OFFICER\",\"unit\":\"left\"}]}";
            token = JsonMapper.shared()
                    .readTree(other.send("POST", null, "/development/token", wanted)
                            .body())
                    .path("token")
                    .asString();
            assertThat(other.get(null, "/api/v1/notes/notes/of-left", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(other.get(null, "/development/jwk-set").body())
                    .contains("\"keys\"")
                    .doesNotContain("\"d\"");
            // from a page in a browser, or through a proxy
            assertThat(other.send("POST", null, "/development/token", wanted, "Origin", "http://localhost:3000")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(other.send("POST", null, "/development/token", wanted, "X-Forwarded-For", "10.0.0.1")
                            .statusCode())
                    .isEqualTo(403);
        }
        try (var again = NotesApplication.start(settings)) {
            assertThat(new Client(again)
                            .get(null, ME, "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theDevelopmentIssuerRefusesToListenBeyondThisMachine() throws Exception {
        var signer = Tokens.signer(Clock.systemUTC());
        assertThatThrownBy(() -> new DevelopmentIssuer(signer, null)).hasMessageContaining("loopback");
        assertThatThrownBy(() -> new DevelopmentIssuer(signer, InetAddress.getByName("0.0.0.0")))
                .hasMessageContaining("loopback");
        assertThatThrownBy(() -> NotesApplication.start(Map.of(
                                "thidua.development-issuer.enabled", "true",
                                "thidua.tokens.signing-keys",
                                        folder.resolve("others.json").toString(),
                                "server.address", "0.0.0.0"))
                        .close())
                .rootCause()
                .hasMessageContaining("loopback");
    }

    @Test
    void anEndpointWithoutACompleteDeclarationKeepsTheServiceFromStarting() {
        assertThatThrownBy(
                        () -> NotesApplication.start(Map.of(), Undeclared.class).close())
                .hasMessageContaining("says not who may call it");
        assertThatThrownBy(
                        () -> NotesApplication.start(Map.of(), Unasking.class).close())
                .hasMessageContaining("takes no Scope");
    }

    @RestController
    static class Undeclared {

        @GetMapping("/api/v1/notes/undeclared")
        String undeclared() {
            return "";
        }
    }

    @RestController
    static class Unasking {

        @GetMapping("/api/v1/notes/unasking")
        @Access(relation = Relation.SCOPE, roles = Role.OFFICER)
        String unasking() {
            return "";
        }
    }

    private static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .subject("an")
                .issuer(Tokens.RULES.issuer())
                .audience(Tokens.RULES.audience())
                .claim("installation", Tokens.INSTALLATION)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(2))));
    }

    private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        var ours = (ECKey) Tokens.keys().getKeys().getFirst();
        return sign(change.apply(claims()).build(), ours, ours.getKeyID());
    }

    private static String sign(JWTClaimsSet claims, ECKey key, String keyId) throws Exception {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(keyId)
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private static int status(String token) {
        return client.get(null, ME, "Authorization", "Bearer " + token).statusCode();
    }
}
