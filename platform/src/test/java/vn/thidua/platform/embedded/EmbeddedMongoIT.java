package vn.thidua.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server in a process of its own, killed in the middle of a load. */
class EmbeddedMongoIT {

    @TempDir
    Path folder;

    @Test
    void aKilledProcessLosesNoAcknowledgedWrite() throws Exception {
        Path file = folder.resolve("store");
        Set<Integer> acknowledged = new HashSet<>();
        for (int kill = 0; kill < 2; kill++) {
            acknowledged.addAll(writeAndKill(file, kill * 1_000_000));
        }
        try (EmbeddedMongo server = EmbeddedMongo.start(file);
                MongoClient client = MongoClients.create(server.uri())) {
            Set<Integer> stored = new HashSet<>();
            collection(client).find().forEach(document -> stored.add(document.getInteger("_id")));
            assertThat(acknowledged).hasSizeGreaterThan(400);
            assertThat(stored).containsAll(acknowledged);
        }
    }

    private static List<Integer> writeAndKill(Path file, int from) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Writer.class.getName(),
                        file.toString(),
                        Integer.toString(from))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Integer> acknowledged = new ArrayList<>();
        try (var lines = new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                acknowledged.add(Integer.valueOf(line));
                if (acknowledged.size() == 300) {
                    // not the process itself: that would close its output, and lose what it has acknowledged
                    writer.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        return acknowledged;
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("test").getCollection("numbers");
    }

    /** Inserts numbers until it is killed, and prints each once it is acknowledged. */
    static final class Writer {

        private Writer() {}

        @SuppressWarnings("SystemOut") // what it prints is its answer
        public static void main(String[] args) {
            EmbeddedMongo server = EmbeddedMongo.start(Path.of(args[0]));
            MongoClient client = MongoClients.create(server.uri());
            // whoever reads it may be gone
            for (int i = Integer.parseInt(args[1]); !System.out.checkError(); i++) {
                collection(client).insertOne(new Document("_id", i).append("text", "x".repeat(500)));
                System.out.println(i);
            }
            client.close();
            server.close();
        }
    }
}
