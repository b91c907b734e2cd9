package vn.thidua.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.thidua.access.domain.account.AccountCommand;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.access.domain.account.By;
import vn.thidua.access.domain.client.ClientCommand;
import vn.thidua.access.domain.client.ClientScope;
import vn.thidua.access.view.Accounts;
import vn.thidua.access.view.ClientSecrets;
import vn.thidua.access.view.SignInNames;
import vn.thidua.gateway.GatewayApplication;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.testing.EndpointMatrix.Entrance;
import vn.thidua.platform.testing.EndpointMatrix.Holder;
import vn.thidua.platform.testing.Eventually;

/**
 * The gateway as a way to a service: people have signed in, one who acts for another has chosen to, and a client comes
 * with a token for its secret.
 */
final class ThroughTheGateway implements Entrance, AutoCloseable {

    private static final String PASSWORD = "bảy cây cầu bắc qua sông Hồng";
    private static final String SECRET = "c2VjcmV0b2ZhY2xpZW50dGhhdHJ1bnNpbnRlc3Rz";

    private final ConfigurableApplicationContext gateway;
    private final String base;
    private final Map<Holder, Consumer<HttpRequest.Builder>> known = new HashMap<>();
    private int names;

    /** @param settings beside those that make the tests quick */
    ThroughTheGateway(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(Map.of(
                "thidua.sign-in.passwords.memory", "64",
                "thidua.sign-in.passwords.passes", "1",
                // they ask as fast as they can
                "thidua.gateway.limits.user", "100000",
                "thidua.gateway.limits.client", "100000",
                "thidua.gateway.limits.address", "100000"));
        gateway = GatewayApplication.builder()
                .run(all.entrySet().stream()
                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                        .toArray(String[]::new));
        base = "http://127.0.0.1:" + gateway.getEnvironment().getProperty("local.server.port");
    }

    ConfigurableApplicationContext context() {
        return gateway;
    }

    @Override
    public String base() {
        return base;
    }

    @Override
    public boolean knows(Holder holder) {
        @Nullable Role role = holder.role();
        boolean past = holder.until() != null && holder.until().isBefore(today());
        // a client has no role that ends and acts for nobody; administration is not lent
        return role == null
                || (role == Role.API_CLIENT ? !past && !holder.acting() : role != Role.ADMIN || !holder.acting());
    }

    @Override
    public boolean brief() {
        return true;
    }

    @Override
    public void admit(HttpRequest.Builder request, Holder holder) {
        known.computeIfAbsent(holder, this::enter).accept(request);
    }

    private Consumer<HttpRequest.Builder> enter(Holder holder) {
        @Nullable Role role = holder.role();
        try {
            if (role == Role.API_CLIENT) {
                String token = clientToken(holder.unit());
                return request -> request.header("Authorization", "Bearer " + token);
            }
            return signIn(holder, role)::lend;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Visitor signIn(Holder holder, @Nullable Role role) throws IOException, InterruptedException {
        List<AccountCommand.NewRole> roles = new ArrayList<>();
        if (role != null) {
            LocalDate until = holder.until();
            roles.add(new AccountCommand.NewRole(
                    UUID.randomUUID().toString(),
                    AccountRole.valueOf(role.name()),
                    holder.unit(),
                    until == null ? today() : until.minusDays(30),
                    until));
        }
        String name = "nguoi." + ++names;
        // a person has one account
        String person = role == null ? holder.person() : holder.person() + "-" + names;
        String delegation = "";
        if (holder.acting()) {
            String giver = account("uy.quyen." + names, "giver-" + names, roles);
            String receiver = account(name, person, List.of());
            delegation = UUID.randomUUID().toString();
            send(new AccountCommand.Delegate(
                    giver,
                    delegation,
                    receiver,
                    List.of(roles.getFirst().binding()),
                    today(),
                    today().plusDays(7),
                    By.SYSTEM,
                    today()));
            Eventually.eventually(
                    "the delegation is known",
                    () -> !accounts().rights(receiver, today()).delegations().isEmpty());
        } else {
            account(name, person, roles);
        }
        var visitor = new Visitor(base);
        assertThat(visitor.signIn(name, PASSWORD).statusCode()).isEqualTo(303);
        assertThat(visitor.get("/api/v1/access/me").statusCode()).isEqualTo(200);
        if (holder.acting()) {
            assertThat(visitor.command(
                                    "PUT", "/api/v1/access/me/acting-for", "{\"delegation\": \"" + delegation + "\"}")
                            .statusCode())
                    .isEqualTo(204);
        }
        return visitor;
    }

    /** Opened as an administrator of the installation does. */
    private String account(String name, String person, List<AccountCommand.NewRole> roles) {
        String id = UUID.randomUUID().toString();
        KeyRing keys = gateway.getBean(KeyRing.class);
        String subject = SignInNames.sealedFor(id);
        send(new AccountCommand.OpenAccount(
                id,
                null,
                person,
                new AccountCommand.Name(keys.seal(subject, name), SignInNames.index(keys, name)),
                new AccountCommand.Password(
                        keys.seal(
                                subject,
                                String.valueOf(
                                        gateway.getBean(PasswordEncoder.class).encode(PASSWORD))),
                        false),
                roles,
                By.SYSTEM,
                today()));
        Eventually.eventually(name + " is known", () -> accounts().named(name).isPresent());
        return id;
    }

    private String clientToken(String unit) throws IOException, InterruptedException {
        String id = UUID.randomUUID().toString();
        send(new ClientCommand.RegisterClient(
                id,
                "Phần mềm quản lý văn bản",
                unit,
                Set.of(ClientScope.ORGANIZATION_READ, ClientScope.PLAN_READ),
                null,
                UUID.randomUUID().toString(),
                ClientSecrets.hash(SECRET),
                "system",
                Instant.now()));
        Eventually.eventually("the client is known", () -> accounts().client(id).isPresent());
        try (HttpClient http = HttpClient.newHttpClient()) {
            String basic = Base64.getEncoder().encodeToString((id + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
            HttpResponse<String> given = http.send(
                    HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                            .header("Authorization", "Basic " + basic)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(
                                    "grant_type=client_credentials&scope=organization.read+plan.read"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(given.statusCode()).as(given.body()).isEqualTo(200);
            return given.body().replaceFirst("(?s).*\"access_token\":\"([^\"]+)\".*", "$1");
        }
    }

    private Accounts accounts() {
        return gateway.getBean(Accounts.class);
    }

    private void send(Object command) {
        gateway.getBean(Commands.class).send(command, new Act("system", List.of(), null, "test", "test", null));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    @Override
    public void close() {
        gateway.close();
    }
}
