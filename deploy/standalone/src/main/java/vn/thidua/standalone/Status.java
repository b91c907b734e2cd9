package vn.thidua.standalone;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.thidua.platform.sealing.KeyPlaces;
import vn.thidua.standalone.State.Phase;

/** Tells what runs and how it is. */
final class Status {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Launcher launcher;

    Status(Launcher launcher) {
        this.launcher = launcher;
    }

    int run() throws InterruptedException {
        Optional<State> found = State.ofRunning(launcher.home());
        if (found.isEmpty()) {
            launcher.console().print("Hệ thống không chạy; nothing runs");
            JsonFile.read(launcher.home().choice(), DatabaseChoice.Recorded.class)
                    .ifPresent(recorded -> launcher.console()
                            .print("database  " + recorded.database() + ", chosen "
                                    + (recorded.since() == null ? "" : TIME.format(recorded.since()))));
            return Refusal.NOT_RUNNING;
        }
        State state = found.get();
        launcher.console()
                .print("process   pid " + state.pid() + ", "
                        + (state.started() == null ? "" : "since " + TIME.format(state.started()) + ", ")
                        + (state.apart() ? "a process per service, " : "all services in one process, ")
                        + state.phase().name().toLowerCase(Locale.ROOT));
        launcher.console().print("database  " + words(state.database()));
        launcher.console().print("kafka     " + words(state.kafka()));
        boolean well = state.phase() == Phase.READY;
        for (State.Service service : state.services()) {
            try (Rest rest = new Rest(
                    service.url(),
                    launcher.home(),
                    Secrets.of(launcher.home()),
                    "status",
                    List.of(),
                    Set.of("operations"))) {
                String health = health(rest, service);
                well &= health.equals("UP");
                launcher.console()
                        .print("service   " + service.name() + "  " + service.url() + "  " + health + "  pid "
                                + service.pid());
                if (service.ready()) {
                    for (String context : contexts(service)) {
                        processors(rest, context);
                    }
                }
            }
        }
        keyPlaces(state);
        for (State.Incident incident : state.incidents()) {
            launcher.console().print("incident  " + TIME.format(incident.at()) + "  " + incident.words());
        }
        return well ? 0 : Refusal.FAILED;
    }

    /** Where files of keys lie, and which of them still hold a key that was destroyed. */
    private void keyPlaces(State state) {
        State.@Nullable Backend database = state.database();
        if (database == null) {
            return;
        }
        try (MongoClient client = RunningDatabase.client(database.address())) {
            for (KeyPlaces.Place place : Backup.places(client).all()) {
                launcher.console()
                        .print("keys      " + place.path()
                                + (place.failing() == null ? "" : "  OLDER than an erasure: " + place.failing()));
            }
        } catch (MongoException e) {
            launcher.console().print("keys      no answer");
        }
    }

    private static String words(State.@Nullable Backend backend) {
        return backend == null ? "-" : backend.words() + (backend.pid() == 0 ? "" : ", pid " + backend.pid());
    }

    private static String health(Rest rest, State.Service service) throws InterruptedException {
        if (!service.ready()) {
            return "DOWN";
        }
        try {
            Rest.Answer answer = rest.get("/actuator/health", null);
            return answer.status() == 200 ? "UP" : "DOWN (" + answer.status() + ") " + answer.body();
        } catch (IOException e) {
            return "DOWN (no answer)";
        }
    }

    private List<String> contexts(State.Service service) {
        return launcher.services().stream()
                .filter(known -> known.name().equals(service.name()))
                .flatMap(known -> known.contexts().stream())
                .toList();
    }

    /** What follows the log of a context, and how far behind it is. */
    private void processors(Rest rest, String context) throws InterruptedException {
        try {
            Rest.Answer answer = rest.get("/api/v1/" + context + "/operations/processors", null);
            if (!answer.isDone()) {
                launcher.console()
                        .print("context   " + context + "  no answer about its processors (" + answer.status() + ")");
                return;
            }
            JsonNode status = JsonFile.JSON.readTree(answer.body());
            launcher.console()
                    .print("context   " + context + "  events "
                            + status.path("events").asLong());
            for (JsonNode each : status.path("processors")) {
                launcher.console()
                        .print(String.format(
                                Locale.ROOT,
                                "          %-28s %-11s lag %d, parked %d%s",
                                each.path("name").asString(""),
                                each.path("state").asString("").toLowerCase(Locale.ROOT),
                                each.path("lag").asLong(),
                                each.path("parked").asLong(),
                                each.path("failure").isString()
                                        ? ", " + each.path("failure").asString("")
                                        : ""));
            }
        } catch (IOException e) {
            launcher.console().print("context   " + context + "  no answer");
        }
    }
}
