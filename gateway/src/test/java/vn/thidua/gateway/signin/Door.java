package vn.thidua.gateway.signin;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import vn.thidua.access.domain.account.AccountCommand;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.access.domain.account.By;
import vn.thidua.access.domain.client.ClientCommand;
import vn.thidua.access.domain.client.ClientScope;
import vn.thidua.access.view.Accounts;
import vn.thidua.access.view.ClientSecrets;
import vn.thidua.access.view.SignInNames;
import vn.thidua.gateway.GatewayApplication;
import vn.thidua.gateway.signin.password.Passwords;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.hosting.Contexts;
import vn.thidua.platform.sealing.KeyEncryptionKey;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Eventually;
import vn.thidua.platform.testing.Tokens;

/** A gateway over a database of its own, with a service behind it that says which token it was sent. */
final class Door implements AutoCloseable {

    static final String PASSWORD = "sáu con trâu qua sông Đà";

    private static final String KEY = KeyEncryptionKey.random();
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private static @Nullable Door shared;

    private final String databases;
    private final String mongo;
    private final HttpServer behind;
    private final ConfigurableApplicationContext context;

    private Door(String mongo, String databases, Map<String, Object> more) {
        this.mongo = mongo;
        this.databases = databases;
        this.behind = echo();
        Map<String, Object> settings = new HashMap<>(Map.of(
                "thidua.installation",
                Tokens.INSTALLATION,
                "thidua.secret",
                "dGhpcyBpcyBhIHNlY3JldCBmb3IgdGVzdHMgYWxvbmUh",
                "thidua.mongodb.uri",
                mongo,
                "thidua.mongodb.databases",
                databases,
                "thidua.keys.key-encryption-key",
                KEY,
                "server.address",
                "127.0.0.1",
                "server.port",
                "0",
                "thidua.gateway.services.echo.uri",
                "http://127.0.0.1:" + behind.getAddress().getPort(),
                "thidua.gateway.services.echo.contexts",
                "echo"));
        // as in the settings of the gateway: organization and plan
        settings.put(
                "thidua.gateway.services.plan-service.uri",
                "http://127.0.0.1:" + behind.getAddress().getPort());
        // whoever is on this machine with the key of its tools
        settings.put("thidua.gateway.operator-keys", Tokens.jwkSetFile().toUri().toString());
        // a hash costs next to nothing, so that tests wait for nothing
        settings.putAll(Map.of(
                "thidua.sign-in.passwords.memory", "64",
                "thidua.sign-in.passwords.passes", "1",
                "thidua.sign-in.sessions.knowledge", "200ms",
                "thidua.sign-in.clients.knowledge", "200ms",
                "thidua.gateway.bodies.patience", "2s",
                "thidua.gateway.bodies.slowest", "1MB",
                "thidua.sign-in.keys.refresh", "200ms"));
        settings.put("thidua.sign-in.first-password", firstPassword().toString());
        settings.putAll(more);
        context = GatewayApplication.start(settings.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new));
    }

    /** Where the first administrator's password lies. */
    Path firstPassword() {
        return Path.of("target", "first-passwords", databases + "password").toAbsolutePath();
    }

    /** One for all tests that need nothing of their own; it ends with the JVM. */
    static synchronized Door shared() {
        Door standing = shared;
        if (standing == null) {
            standing = open(Map.of());
            shared = standing;
            Runtime.getRuntime().addShutdownHook(new Thread(standing::close));
        }
        return standing;
    }

    static Door open(Map<String, Object> more) {
        return new Door(Backends.mongoUri(), Backends.freshName(Door.class) + "_", more);
    }

    /** Another gateway of the same installation. */
    Door another() {
        return new Door(mongo, databases, Map.of());
    }

    String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    Browser browser() {
        return new Browser(address());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    MongoDatabase database() {
        return bean(Contexts.class).get("access").database();
    }

    MongoCollection<Document> sessions() {
        return database().getCollection("sessions");
    }

    static LocalDate today() {
        return LocalDate.now(VIETNAM);
    }

    // --- accounts, as the context access keeps them

    /** An account of a person with a password, ready to sign in. */
    String account(String name, AccountCommand.NewRole... roles) {
        return account(name, PASSWORD, false, roles);
    }

    String account(String name, @Nullable String password, boolean mustChange, AccountCommand.NewRole... roles) {
        String id = UUID.randomUUID().toString();
        KeyRing keys = bean(KeyRing.class);
        send(new AccountCommand.OpenAccount(
                id,
                null,
                "person-of-" + name,
                new AccountCommand.Name(keys.seal(SignInNames.sealedFor(id), name), SignInNames.index(keys, name)),
                password == null ? null : hashed(id, password, mustChange),
                List.of(roles),
                By.SYSTEM,
                today()));
        Eventually.eventually(
                name + " is known",
                () -> accounts().byId(id).isPresent() && accounts().named(name).isPresent());
        return id;
    }

    private AccountCommand.Password hashed(String account, String password, boolean mustChange) {
        return new AccountCommand.Password(
                bean(KeyRing.class)
                        .seal(
                                SignInNames.sealedFor(account),
                                bean(Passwords.class).encode(password)),
                mustChange);
    }

    AccountCommand.NewRole role(AccountRole role, String unit) {
        return new AccountCommand.NewRole(UUID.randomUUID().toString(), role, unit, today(), null);
    }

    void setPassword(String account, String password, boolean mustChange) {
        send(new AccountCommand.SetPassword(account, hashed(account, password, mustChange), By.SYSTEM));
    }

    void lock(String account) {
        send(new AccountCommand.LockAccount(
                account, bean(KeyRing.class).seal(SignInNames.sealedFor(account), "vì thử"), By.SYSTEM));
    }

    /** What one has, another may use until a day. */
    String delegate(String from, String to, AccountCommand.NewRole role, LocalDate until) {
        String id = UUID.randomUUID().toString();
        send(new AccountCommand.Delegate(from, id, to, List.of(role.binding()), today(), until, By.SYSTEM, today()));
        Eventually.eventually("the delegation is known", () -> accounts().rights(to, today()).delegations().stream()
                .anyMatch(each -> each.id().equals(id)));
        return id;
    }

    void link(String account, String issuer, String subject) {
        KeyRing keys = bean(KeyRing.class);
        send(new AccountCommand.LinkIdentity(
                account,
                new AccountCommand.Identity(
                        keys.seal(SignInNames.sealedFor(account), issuer + " " + subject),
                        SignInNames.identityIndex(keys, issuer, subject)),
                By.SYSTEM));
        Eventually.eventually(
                "the link is known", () -> accounts().ofSubject(issuer, subject).isPresent());
    }

    String client(String secret, ClientScope... scopes) {
        String id = UUID.randomUUID().toString();
        send(new ClientCommand.RegisterClient(
                id,
                "hệ thống thử",
                Set.of(scopes).contains(ClientScope.OPERATIONS) ? null : "unit-of-clients",
                Set.of(scopes),
                null,
                UUID.randomUUID().toString(),
                ClientSecrets.hash(secret),
                "system",
                Instant.now()));
        Eventually.eventually("the client is known", () -> accounts().client(id).isPresent());
        return id;
    }

    void send(Object command) {
        bean(Commands.class).send(command, new Act("system", List.of(), null, "test", "test", null));
    }

    Accounts accounts() {
        return bean(Accounts.class);
    }

    // --- the service behind

    /** Says which token came along, and whether a cookie did; slow where it is asked to be. */
    private static HttpServer echo() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> {
                String authorization =
                        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
                String cookie =
                        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Cookie"), "");
                if (exchange.getRequestURI().getPath().endsWith("/slow")) {
                    sleep();
                }
                byte[] body = ("{\"authorization\":\"" + authorization + "\",\"cookie\":\"" + cookie + "\"}")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(Duration.ofMillis(1500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        context.close();
        behind.stop(0);
    }
}
