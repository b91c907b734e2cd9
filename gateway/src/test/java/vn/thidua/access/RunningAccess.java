package vn.thidua.access;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.platform.testing.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.access.view.People;
import vn.thidua.contracts.ContractTypes;
import vn.thidua.contracts.OrganizationContract;
import vn.thidua.contracts.SealedText;
import vn.thidua.contracts.Topics;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.hosting.Contexts;
import vn.thidua.platform.publish.ContractJson;
import vn.thidua.platform.publish.Envelope;
import vn.thidua.platform.publish.EnvelopeCodec;
import vn.thidua.platform.scope.UnitTree;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Tokens;
import vn.thidua.platform.values.Sealed;

/** The context as it runs, told of units and people by way of the topic. */
public final class RunningAccess implements AutoCloseable {

    /** Whose right has no bounds. */
    public static final Tokens OPERATOR = Tokens.of("operator").scope("operations");

    public static final String KEY_ENCRYPTION_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private final ServletWebServerApplicationContext application;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable String position;
    private int told;

    private RunningAccess(ServletWebServerApplicationContext application) {
        this.application = application;
    }

    /** @param databases what their names begin with: the same again finds what was there */
    public static RunningAccess start(String databases) {
        Map<String, Object> settings = new HashMap<>(Tokens.properties());
        settings.put("thidua.mongodb.uri", Backends.mongoUri());
        settings.put("thidua.mongodb.databases", databases);
        settings.put("thidua.kafka.bootstrap", Backends.kafka());
        settings.put("thidua.keys.key-encryption-key", KEY_ENCRYPTION_KEY);
        makeTopic();
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new RunningAccess(
                (ServletWebServerApplicationContext) new SpringApplicationBuilder(AccessApplication.class)
                        .properties("spring.config.name=gateway")
                        .run(arguments.toArray(String[]::new)));
    }

    /** The context that owns it does not run here. */
    private static void makeTopic() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Backends.kafka()))) {
            String name = Topics.nameOf("organization");
            if (!admin.listTopics().names().get().contains(name)) {
                admin.createTopics(List.of(new NewTopic(name, Topics.partitionsOf("organization"), (short) 1)
                                .configs(Topics.settings())))
                        .all()
                        .get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    public ServletWebServerApplicationContext application() {
        return application;
    }

    public ContextRuntime runtime() {
        return bean(Contexts.class).get(AccessContext.NAME);
    }

    /** Units below each other, with people who belong to them; returns when they are known. */
    public void settle(String province, Map<String, String> communesWithPeople) {
        LocalDate from = LocalDate.of(2000, 1, 1);
        tell(new OrganizationContract.UnitEstablishedV1(
                province,
                OrganizationContract.UnitKind.PROVINCE,
                province,
                "Tỉnh " + province,
                null,
                from,
                null,
                Tokens.INSTALLATION));
        communesWithPeople.forEach((unit, person) -> {
            tell(new OrganizationContract.UnitEstablishedV1(
                    unit,
                    OrganizationContract.UnitKind.COMMUNE,
                    unit,
                    "Xã " + unit,
                    province,
                    from,
                    null,
                    Tokens.INSTALLATION));
            tellOf(person, unit);
        });
    }

    /** A person of that unit, called after the id; returns when it is known. */
    public void tellOf(String person, String unit) {
        Sealed name = bean(KeyRing.class).seal("person:" + person, "Cán bộ " + person);
        tell(new OrganizationContract.PersonRegisteredV1(
                person, unit, new SealedText(name.subject(), name.keyId(), name.iv(), name.ct()), null, null));
        eventually(
                person + " is known",
                () -> bean(People.class)
                                .placesOf(person, LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")))
                                .contains(unit)
                        && bean(UnitTree.class).isUnder(unit, unit, LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"))));
    }

    public void tell(OrganizationContract event) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", Backends.kafka());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            int at = told++;
            var envelope = new Envelope(
                    "told-" + System.identityHashCode(this) + "-" + at + "/0",
                    "/" + System.identityHashCode(this) + "/organization",
                    ContractTypes.all().typeOf(event),
                    Instant.now(),
                    event.subject(),
                    0,
                    at,
                    0,
                    event.unit(),
                    "system",
                    null,
                    null);
            producer.send(new ProducerRecord<>(
                            Topics.nameOf("organization"),
                            null,
                            event.subject(),
                            ContractJson.write(event),
                            EnvelopeCodec.write(envelope)))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<byte[]> send(
            String method, Tokens token, String path, @Nullable String body, String... headers) {
        boolean file = path.startsWith("/imports");
        return send(
                method,
                token,
                path,
                body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8),
                file ? "application/octet-stream" : "application/json",
                headers);
    }

    public HttpResponse<byte[]> send(
            String method, Tokens token, String path, byte[] body, String type, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                        + Objects.requireNonNull(application.getWebServer()).getPort() + "/api/v1/access" + path))
                .header("Authorization", token.bearer());
        if (body.length == 0) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", type).method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        }
        if (position != null) {
            request.header("X-Position", position);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().firstValue("X-Position").ifPresent(at -> position = at);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What is answered with one of 200, 201, 204. */
    public JsonNode does(Tokens token, String path, @Nullable String body) {
        return json(succeeded(send("POST", token, path, body)));
    }

    public JsonNode get(Tokens token, String path) {
        return json(succeeded(send("GET", token, path, null)));
    }

    private static HttpResponse<byte[]> succeeded(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(text(answer)).isBetween(200, 204);
        return answer;
    }

    /** The code of a refusal. */
    public String refused(int status, Tokens token, String path, @Nullable String body) {
        HttpResponse<byte[]> answer = send("POST", token, path, body);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
        String type = json(answer).get("type").asString();
        return type.substring(type.lastIndexOf('/') + 1);
    }

    public static JsonNode json(HttpResponse<byte[]> answer) {
        return JsonMapper.shared()
                .readTree(answer.body().length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : answer.body());
    }

    public static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        application.close();
    }
}
