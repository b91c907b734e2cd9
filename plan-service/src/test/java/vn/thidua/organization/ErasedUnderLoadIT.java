package vn.thidua.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.planservice.RunningService.OPERATOR;
import static vn.thidua.planservice.RunningService.text;
import static vn.thidua.platform.testing.Eventually.eventually;
import static vn.thidua.platform.testing.Eventually.within;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.core.OutputStreamAppender;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import vn.thidua.organization.domain.person.Gender;
import vn.thidua.organization.domain.person.PersonCommand;
import vn.thidua.organization.domain.person.PersonCommand.CitizenId;
import vn.thidua.organization.domain.person.PersonCommand.RegisterPerson;
import vn.thidua.planservice.RunningService;
import vn.thidua.platform.backup.Backups;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.ContextSettings;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.eventstore.Verification;
import vn.thidua.platform.sealing.KeyPlaces;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.sealing.MongoKeyRing;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.view.Filled;

/**
 * Many people are erased while others are registered: what was known of them is nowhere afterwards, in no backup either, the
 * one from before among them. {@code -Dthidua.erased=1000} is the long form.
 */
class ErasedUnderLoadIT {

    private static final int ERASED = Integer.getInteger("thidua.erased", 20);
    private static final int BATCH = 500;
    /** Stands in every name that is erased, and nowhere else. */
    private static final String FAMILY = "Quàng Ngoạn Quyên";

    private static final ByteArrayOutputStream LOG = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    @Timeout(1800)
    void theyAreNowhereAfterwardsAndEverythingElseIsThere() throws Exception {
        String prefix = Backends.freshName(ErasedUnderLoadIT.class) + "_";
        listenToTheLog();
        try (RunningService service = RunningService.start(prefix, Backends.mongoUri(), Backends.kafka());
                MongoClient client = MongoClients.create(Backends.mongoUri())) {
            String commune = service.unit("COMMUNE", "L-C", "Xã Đông Hoà", district(service), "2000-01-01");
            List<String> people = registered(service, commune);
            Traces traces = Traces.of(wordsOf(ERASED));
            within(Duration.ofMinutes(2), "it is found where it may stand", () -> traces.collections(
                            Backends.mongo(), prefix)
                    .equals(new TreeSet<>(List.of("organization.people_v2"))));
            within(Duration.ofMinutes(2), "all are counted", () -> counted(service, commune) == ERASED);
            JsonNode statistics = service.get(OPERATOR, "/people/statistics?unit=" + commune);
            assertThat(statistics.get("gender").get("FEMALE").asInt()).isEqualTo(ERASED);

            Backups backups = backups(service, client, prefix);
            MongoKeyRing keys = service.bean(MongoKeyRing.class);
            KeyPlaces places = new KeyPlaces(client.getDatabase(prefix + "keys"));
            backups.write(folder.resolve("keys"), keys, places);
            Path before = KeyPlaces.newest(folder.resolve("keys")).orElseThrow();

            long begin = System.nanoTime();
            int others = eraseUnderLoad(service, commune, people);
            figure(ERASED + " people erased beside " + others + " registrations", begin);
            within(Duration.ofMinutes(5), "nothing of them is in any collection", () -> traces.collections(
                            Backends.mongo(), prefix)
                    .isEmpty());
            figure("nothing of them in any collection", begin);
            within(
                    Duration.ofMinutes(2),
                    "the file of keys is written anew",
                    () -> !Files.exists(before) && tombstones(folder.resolve("keys")) >= ERASED);
            backups.write(folder.resolve("keys"), keys, places);

            eventually(
                    "all is told",
                    () -> service.runtime().processors().position("relay")
                            >= service.runtime().log().nextPosition() - 1);
            assertThat(traces.topics(Backends.kafka())).isEmpty();
            assertThat(inFiles(traces)).isEmpty();
            assertThat(traces.in(LOG.toByteArray())).isEmpty();
            assertThat(service.runtime().verify()).isInstanceOf(Verification.Clean.class);
            everyViewIsFilledAnew(service);
            assertThat(traces.collections(Backends.mongo(), prefix)).isEmpty();

            JsonNode after = service.get(OPERATOR, "/people/statistics?unit=" + commune);
            assertThat(after.get("erased").asInt()).isEqualTo(ERASED);
            assertThat(after.get("count").asInt()).isEqualTo(ERASED + others);
            assertThat(after.get("gender").get("FEMALE"))
                    .isEqualTo(statistics.get("gender").get("FEMALE"));
            statistics.get("birthYear").properties().forEach(year -> assertThat(
                            after.get("birthYear").get(year.getKey()))
                    .isEqualTo(year.getValue()));
        }
    }

    private static int counted(RunningService service, String commune) {
        return service.get(OPERATOR, "/people/statistics?unit=" + commune)
                .get("count")
                .asInt();
    }

    private static String district(RunningService service) {
        String province = service.unit("PROVINCE", "L-P", "Tỉnh Bình Minh", null, "2000-01-01");
        return service.unit("DISTRICT", "L-D", "Huyện Hòa An", province, "2000-01-01");
    }

    /** The words they all have, and of some all that is known: looking for thousands in everything takes its time. */
    private static List<String> wordsOf(int people) {
        List<String> words = new ArrayList<>(List.of(FAMILY));
        for (int i = 0; i < people; i += Math.max(1, people / 20)) {
            words.add(name(i));
            words.add(citizen(i));
        }
        return words;
    }

    private static String name(int i) {
        return FAMILY + " " + "abcdefghij".charAt(i % 10) + Integer.toString(i, 36) + "uýnh";
    }

    private static String citizen(int i) {
        return String.format(Locale.ROOT, "0311%08d", 77_300_000 + i * 7);
    }

    private static List<String> registered(RunningService service, String commune) {
        KeyRing keys = service.bean(KeyRing.class);
        List<String> people = new ArrayList<>();
        for (int i = 0; i < ERASED; i++) {
            people.add(Ids.fresh());
        }
        keys.prepare(people.stream().map(id -> "person:" + id).toList());
        for (int from = 0; from < ERASED; from += BATCH) {
            List<RegisterPerson> batch = new ArrayList<>();
            for (int i = from; i < Math.min(ERASED, from + BATCH); i++) {
                String subject = "person:" + people.get(i);
                batch.add(new RegisterPerson(
                        people.get(i),
                        commune,
                        keys.seal(subject, name(i)),
                        new CitizenId(
                                keys.seal(subject, citizen(i)),
                                // as the service makes it
                                keys.blindIndex("citizen-id", citizen(i))),
                        Gender.FEMALE,
                        1960 + i % 40,
                        LocalDate.of(2025, 1, 1),
                        null));
            }
            String request = Ids.fresh();
            service.runtime()
                    .commands()
                    .send(
                            new PersonCommand.RegisterPersons(batch, List.of()),
                            new Act("operator", List.of(), null, request, request, null));
        }
        return people;
    }

    /** How many others were registered meanwhile. */
    private static int eraseUnderLoad(RunningService service, String commune, List<String> people)
            throws InterruptedException {
        var stop = new AtomicBoolean();
        var others = new AtomicInteger();
        List<Thread> load = new ArrayList<>();
        for (int caller = 0; caller < 2; caller++) {
            load.add(Thread.ofVirtual().start(() -> {
                while (!stop.get()) {
                    service.does(OPERATOR, "/people", """
                            {"unit": "%s", "name": "Lò Văn Mạnh", "gender": "MALE", "birthYear": 1985}""".formatted(commune));
                    others.incrementAndGet();
                }
            }));
        }
        try {
            erase(service, people);
        } finally {
            stop.set(true);
            for (Thread each : load) {
                each.join();
            }
        }
        return others.get();
    }

    /** Several at once. */
    private static void erase(RunningService service, List<String> people) throws InterruptedException {
        List<String> refused = Collections.synchronizedList(new ArrayList<>());
        try (var callers = Executors.newFixedThreadPool(8)) {
            for (String person : people) {
                callers.execute(() -> {
                    HttpResponse<byte[]> done = service.send("DELETE", OPERATOR, "/people/" + person, null);
                    if (done.statusCode() != 204) {
                        refused.add(text(done));
                    }
                });
            }
        }
        assertThat(refused).isEmpty();
    }

    private Backups backups(RunningService service, MongoClient client, String prefix) {
        return new Backups(
                folder.resolve("backups"),
                client,
                prefix,
                service.bean(ContextSettings.class).installation(),
                new SecretKeySpec(new byte[32], "HmacSHA256"),
                Clock.systemUTC());
    }

    private static long tombstones(Path keys) {
        try (Stream<String> lines = Files.lines(KeyPlaces.newest(keys).orElseThrow())) {
            return lines.filter(line -> line.contains("\"destroyed\"")).count();
        } catch (IOException | java.io.UncheckedIOException e) {
            // exchanged between the two looks
            return 0;
        }
    }

    private TreeSet<String> inFiles(Traces traces) throws IOException {
        var found = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!traces.in(Files.readAllBytes(file)).isEmpty()) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found;
    }

    private static void everyViewIsFilledAnew(RunningService service) {
        var views = service.runtime().views();
        for (String view : views.names()) {
            Map<String, Document> before = rows(service, view);
            Filled filled = views.rebuild(view);
            within(Duration.ofMinutes(3), view + " is filled anew", () -> views.store()
                    .active(view)
                    .equals(filled));
            assertThat(rows(service, view)).as(view).isEqualTo(before);
        }
    }

    private static Map<String, Document> rows(RunningService service, String view) {
        Map<String, Document> rows = new HashMap<>();
        service.runtime()
                .views()
                .store()
                .collection(view)
                .find()
                .forEach(row -> rows.put(String.valueOf(row.get("_id")), row));
        return rows;
    }

    private static void listenToTheLog() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var layout = new PatternLayoutEncoder();
        layout.setContext(root.getLoggerContext());
        layout.setPattern("%d %level %logger %mdc %kvp %msg%n%ex");
        layout.start();
        var appender = new OutputStreamAppender<ch.qos.logback.classic.spi.ILoggingEvent>();
        appender.setContext(root.getLoggerContext());
        appender.setEncoder(layout);
        appender.setOutputStream(LOG);
        appender.start();
        root.addAppender(appender);
    }

    @SuppressWarnings("SystemOut") // for whoever reads the build's log
    private static void figure(String what, long begin) {
        System.out.printf(Locale.ROOT, "figure: %s: %.1f s%n", what, (System.nanoTime() - begin) / 1e9);
    }
}
