package vn.thidua.access.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.access.domain.client.ClientCommand.EndSecret;
import vn.thidua.access.domain.client.ClientCommand.RegisterClient;
import vn.thidua.access.domain.client.ClientCommand.RevokeClient;
import vn.thidua.access.domain.client.ClientCommand.RotateSecret;
import vn.thidua.access.domain.client.ClientEvent;
import vn.thidua.access.domain.client.ClientRejection;
import vn.thidua.access.domain.client.ClientScope;

class ApiClientTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final AccessFixture access = new AccessFixture();

    private static RegisterClient register(@Nullable String unit, @Nullable Instant expires, ClientScope... scopes) {
        return new RegisterClient("c", "Văn bản", unit, Set.of(scopes), expires, "s1", "h1", "root", NOW);
    }

    private static RotateSecret rotate(String secret, Instant othersUntil) {
        return new RotateSecret("c", secret, "h-" + secret, othersUntil, "root", NOW);
    }

    @Test
    void aClientComesWithASecretOfWhichOnlyTheHashIsKept() {
        assertThat(access.when(register("x", null, ClientScope.PLAN_READ, ClientScope.ORGANIZATION_READ)))
                .containsExactly(
                        new ClientEvent.ClientRegistered(
                                "c",
                                "x",
                                "Văn bản",
                                List.of(ClientScope.ORGANIZATION_READ, ClientScope.PLAN_READ),
                                null,
                                "root"),
                        new ClientEvent.SecretIssued("c", "x", "s1", "h1", NOW, "root"));
    }

    @Test
    void whatItMayDoIsForAUnitOrForOperators() {
        assertThat(access.refused(register(null, null, ClientScope.PLAN_READ)))
                .isEqualTo(new ClientRejection.UnitMissing());
        assertThat(access.refused(register("x", null, ClientScope.OPERATIONS)))
                .isEqualTo(new ClientRejection.OperatorHasNoUnit());
        assertThat(access.refused(register("x", null))).isEqualTo(new ClientRejection.ScopeMissing());
        assertThat(access.refused(register("x", NOW, ClientScope.PLAN_READ)))
                .isEqualTo(new ClientRejection.ExpiryPast());
    }

    @Test
    void anOldSecretStaysValidBesideTheNewOneForATime() {
        access.given(register("x", null, ClientScope.PLAN_READ));

        assertThat(access.when(rotate("s2", NOW.plus(DAY))))
                .containsExactly(
                        new ClientEvent.SecretIssued("c", "x", "s2", "h-s2", NOW, "root"),
                        new ClientEvent.SecretEnded("c", "x", "s1", NOW.plus(DAY), "root"));
        // at once for all
        assertThat(access.when(rotate("s3", NOW))).hasSize(3);
        assertThat(access.refused(rotate("s4", NOW.plus(Duration.ofDays(31)))))
                .isEqualTo(new ClientRejection.OverlapNotFit(30));
    }

    @Test
    void secretsDoNotPileUp() {
        access.given(
                register("x", null, ClientScope.PLAN_READ), rotate("s2", NOW.plus(DAY)), rotate("s3", NOW.plus(DAY)));

        assertThat(access.refused(rotate("s4", NOW.plus(DAY)))).isEqualTo(new ClientRejection.TooManySecrets(3));
        access.given(new EndSecret("c", "s1", "root", NOW));
        assertThat(access.when(rotate("s4", NOW.plus(DAY)))).isNotEmpty();
        assertThat(access.refused(new EndSecret("c", "none", "root", NOW)))
                .isEqualTo(new ClientRejection.UnknownSecret());
    }

    @Test
    void aRevokedClientStaysRevoked() {
        access.given(register("x", null, ClientScope.PLAN_READ), new RevokeClient("c", "root"));

        assertThat(access.refused(rotate("s2", NOW))).isEqualTo(new ClientRejection.Revoked());
        assertThat(access.refused(new RevokeClient("c", "root"))).isEqualTo(new ClientRejection.Revoked());
    }
}
