package vn.thidua.standalone;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.RawBsonDocument;
import vn.thidua.platform.eventstore.Verification;

/**
 * Takes the data to the database that the environment names: byte for byte, so that the hash chains still fit, and
 * proved by walking them there. The old data stay where they are.
 */
final class Move {

    private static final String PREFIX = "thidua_";
    private static final int BATCH = 500;
    private static final long BATCH_BYTES = 16_000_000;

    private final Launcher launcher;

    Move(Launcher launcher) {
        this.launcher = launcher;
    }

    int run() {
        Home home = launcher.home();
        DatabaseChoice.Recorded before = JsonFile.read(home.choice(), DatabaseChoice.Recorded.class)
                .orElseThrow(() -> new Refusal(
                        Refusal.NOT_RUNNING, "Chưa có dữ liệu nào để chuyển.", "there is nothing to move yet"));
        home.prepare();
        try (FileLock lock = Serve.lock(home)) {
            if (lock == null) {
                throw new Refusal(
                        Refusal.UNUSABLE,
                        "Hệ thống đang chạy. Hãy chạy ./thidua down trước.",
                        "the system runs: ./thidua down first");
            }
            move(home, source(before), target(before));
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DatabaseChoice source(DatabaseChoice.Recorded before) {
        return switch (before.database()) {
            case "embedded" -> new DatabaseChoice.Embedded();
            case "mongod" ->
                new DatabaseChoice.Child(launcher.wishes()
                        .namedMongod()
                        .or(launcher.wishes()::foundMongod)
                        .orElseThrow(() -> new Refusal(
                                Refusal.UNUSABLE,
                                "Không tìm thấy mongod để đọc dữ liệu cũ.",
                                "no mongod to read the old data with: name one in THIDUA_MONGOD")));
            default ->
                throw new Refusal(
                        Refusal.UNUSABLE,
                        "Dữ liệu trên MongoDB riêng: hãy dùng mongodump và mongorestore cho các cơ sở dữ liệu thidua_*,"
                                + " rồi xóa " + launcher.home().choice(),
                        "between servers of your own, mongodump and mongorestore take all databases thidua_*; then"
                                + " delete " + launcher.home().choice());
        };
    }

    private DatabaseChoice target(DatabaseChoice.Recorded before) {
        Optional<DatabaseChoice> named = launcher.wishes()
                .mongodbUri()
                .<DatabaseChoice>map(DatabaseChoice.Named::new)
                .or(() -> before.database().equals("embedded")
                        ? launcher.wishes()
                                .namedMongod()
                                .or(launcher.wishes()::foundMongod)
                                .map(DatabaseChoice.Child::new)
                        : Optional.empty());
        return named.orElseThrow(() -> new Refusal(
                Refusal.WRONG_CALL,
                "Chuyển đi đâu? Hãy đặt THIDUA_MONGODB_URI hoặc THIDUA_MONGOD.",
                "where to? Set THIDUA_MONGODB_URI, or THIDUA_MONGOD"));
    }

    private void move(Home home, DatabaseChoice from, DatabaseChoice to) throws IOException {
        Console console = launcher.console();
        Secrets secrets = Secrets.of(home);
        try (RunningDatabase source = RunningDatabase.start(from, home, console::say);
                RunningDatabase target = RunningDatabase.start(to, home, console::say);
                MongoClient reading = RunningDatabase.client(source.backend().address());
                MongoClient writing = RunningDatabase.client(target.backend().address())) {
            console.say("from  " + source.backend().words());
            console.say("to    " + target.backend().words());
            List<String> databases = databases(reading);
            if (!databases(writing).isEmpty()) {
                throw new Refusal(
                        Refusal.UNUSABLE,
                        "Nơi đến đã có cơ sở dữ liệu thidua_*. Hãy xóa chúng hoặc chọn nơi trống.",
                        "there are databases thidua_* at the target already: drop them, or take an empty server");
            }
            for (String database : databases) {
                copy(reading.getDatabase(database), writing.getDatabase(database));
            }
            for (String context : Chains.contexts(writing)) {
                if (!(Chains.verify(writing, secrets.installation(), context)
                        instanceof Verification.Clean(var n, var _))) {
                    throw new Refusal(
                            Refusal.FAILED,
                            "Chuỗi băm của " + context + " không khớp sau khi chuyển; dữ liệu cũ vẫn còn nguyên.",
                            "the chain of " + context + " does not fit at the target; the old data are as they were");
                }
                console.say(context + ": " + n + " commits, clean");
            }
        }
        Files.copy(
                home.choice(),
                home.choice().resolveSibling("choice-before-move.json"),
                StandardCopyOption.REPLACE_EXISTING);
        JsonFile.write(home.choice(), to.recorded(Instant.now()));
        console.say("Đã chuyển xong; the old data stay where they are until you delete them");
    }

    private static List<String> databases(MongoClient client) {
        var names = new ArrayList<String>();
        client.listDatabaseNames().forEach(name -> {
            if (name.startsWith(PREFIX)) {
                names.add(name);
            }
        });
        return names;
    }

    private void copy(MongoDatabase from, MongoDatabase to) {
        for (String name : from.listCollectionNames()) {
            if (name.startsWith("system.")) {
                continue;
            }
            MongoCollection<RawBsonDocument> target = to.getCollection(name, RawBsonDocument.class)
                    .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
            copyIndexes(from.getCollection(name), target);
            var batch = new ArrayList<RawBsonDocument>();
            long bytes = 0;
            long count = 0;
            for (RawBsonDocument document :
                    from.getCollection(name, RawBsonDocument.class).find()) {
                batch.add(document);
                bytes += document.getByteBuffer().remaining();
                count++;
                if (batch.size() == BATCH || bytes > BATCH_BYTES) {
                    target.insertMany(batch, new InsertManyOptions().ordered(false));
                    batch.clear();
                    bytes = 0;
                }
            }
            if (!batch.isEmpty()) {
                target.insertMany(batch, new InsertManyOptions().ordered(false));
            }
            launcher.console().say(from.getName() + "." + name + ": " + count);
        }
    }

    private static void copyIndexes(MongoCollection<Document> from, MongoCollection<RawBsonDocument> to) {
        var indexes = new ArrayList<IndexModel>();
        for (Document index : from.listIndexes()) {
            Document key = index.get("key", Document.class);
            if (!key.equals(new Document("_id", 1))) {
                indexes.add(new IndexModel(
                        key,
                        new IndexOptions()
                                .name(index.getString("name"))
                                .unique(Boolean.TRUE.equals(index.getBoolean("unique")))
                                .sparse(Boolean.TRUE.equals(index.getBoolean("sparse")))));
            }
        }
        if (!indexes.isEmpty()) {
            to.createIndexes(indexes);
        }
    }
}
