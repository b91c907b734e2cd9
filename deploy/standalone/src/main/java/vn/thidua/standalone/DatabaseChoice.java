package vn.thidua.standalone;

import com.mongodb.ConnectionString;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** On which database the records of this installation are kept. */
sealed interface DatabaseChoice {

    /** A MongoDB that somebody else runs. The address may hold a password and is written down nowhere. */
    record Named(String uri) implements DatabaseChoice {}

    /** A mongod that the launcher starts and ends. */
    record Child(Path mongod) implements DatabaseChoice {}

    /** The server in the process: a first look. */
    record Embedded() implements DatabaseChoice {}

    /**
     * What is written down at the first start.
     *
     * @param database {@code uri}, {@code mongod} or {@code embedded}
     * @param hosts of a MongoDB that somebody else runs, sorted
     */
    record Recorded(
            String database,
            @Nullable List<String> hosts,
            @Nullable Instant since) {}

    default Recorded recorded(@Nullable Instant since) {
        return switch (this) {
            case Named(String uri) ->
                new Recorded(
                        "uri",
                        new ConnectionString(uri).getHosts().stream().sorted().toList(),
                        since);
            case Child _ -> new Recorded("mongod", null, since);
            case Embedded _ -> new Recorded("embedded", null, since);
        };
    }

    /**
     * What is asked for, and otherwise what has been used so far: a mongod that has come onto the machine by itself is
     * nobody's decision to leave the data behind.
     *
     * @param earlier what was written down
     */
    static DatabaseChoice of(Wishes wishes, Home home, Optional<Recorded> earlier) {
        Optional<DatabaseChoice> asked = wishes.mongodbUri()
                .<DatabaseChoice>map(Named::new)
                .or(() -> wishes.namedMongod().map(Child::new));
        DatabaseChoice choice = asked.orElseGet(() -> unasked(wishes, home, earlier));
        earlier.ifPresent(before -> {
            Recorded now = choice.recorded(null);
            if (!now.database().equals(before.database()) || !java.util.Objects.equals(now.hosts(), before.hosts())) {
                throw moved(before, now, home);
            }
        });
        return choice;
    }

    private static DatabaseChoice unasked(Wishes wishes, Home home, Optional<Recorded> earlier) {
        String before = earlier.map(Recorded::database).orElse("");
        if (before.equals("embedded")) {
            return new Embedded();
        }
        Optional<DatabaseChoice> found = wishes.foundMongod().map(Child::new);
        if (before.equals("mongod") && found.isEmpty()) {
            throw new Refusal(
                    Refusal.UNUSABLE,
                    "Dữ liệu nằm trong " + home.mongod() + " nhưng không tìm thấy mongod. Hãy cài MongoDB hoặc đặt"
                            + " THIDUA_MONGOD.",
                    "the data in " + home.mongod() + " needs a mongod, and there is none: install MongoDB, or name"
                            + " its mongod in THIDUA_MONGOD");
        }
        if (before.equals("uri")) {
            throw new Refusal(
                    Refusal.UNUSABLE,
                    "Dữ liệu nằm trên MongoDB " + earlier.orElseThrow().hosts()
                            + ". Hãy đặt THIDUA_MONGODB_URI như lần đầu.",
                    "the data is kept at " + earlier.orElseThrow().hosts()
                            + ": set THIDUA_MONGODB_URI as at the first start");
        }
        return found.orElseGet(Embedded::new);
    }

    private static Refusal moved(Recorded before, Recorded now, Home home) {
        return new Refusal(
                Refusal.UNUSABLE,
                "Dữ liệu đang nằm ở " + words(before) + ", không dùng " + words(now)
                        + " được. Chuyển dữ liệu: ./thidua down, rồi ./thidua move với cùng biến môi trường.",
                "the data is kept in " + words(before) + ", not in " + words(now)
                        + ". To take it there: ./thidua down, then ./thidua move under the same environment; to stay,"
                        + " unset THIDUA_MONGODB_URI and THIDUA_MONGOD. (" + home.choice() + ")");
    }

    private static String words(Recorded recorded) {
        return switch (recorded.database()) {
            case "uri" -> "MongoDB " + String.join(",", recorded.hosts() == null ? List.of() : recorded.hosts());
            case "mongod" -> "mongod (data/mongodb)";
            default -> "embedded (data/embedded)";
        };
    }
}
