package vn.thidua.platform.backup;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.sealing.KeyEncryptionKey;
import vn.thidua.platform.sealing.KeyPlaces;
import vn.thidua.platform.sealing.MongoKeyRing;

/** The databases of one machine, and a folder of backups. */
final class Vault implements AutoCloseable, Backups.Around {

    static final String INSTALLATION = "0191e1a0-test";

    private final MongoClient client;
    private final String prefix;
    private final Path folder;
    private final KeyEncryptionKey kek;
    final List<String> deleted = new ArrayList<>();

    Vault(String uri, String prefix, Path folder, KeyEncryptionKey kek) {
        this.client = MongoClients.create(uri);
        this.prefix = prefix;
        this.folder = folder;
        this.kek = kek;
    }

    MongoDatabase database(String name) {
        return client.getDatabase(prefix + name);
    }

    MongoKeyRing ring() {
        return MongoKeyRing.open(database("keys"), kek, List.of(), Clock.systemUTC());
    }

    KeyPlaces places() {
        return new KeyPlaces(database("keys"));
    }

    Path keys() {
        return folder.resolve("keys");
    }

    Path parts() {
        return folder.resolve("parts");
    }

    Backups backups(String installation) {
        return new Backups(
                folder, client, prefix, installation, new SecretKeySpec(new byte[32], "HmacSHA256"), Clock.systemUTC());
    }

    Backups.Described write() {
        return backups(INSTALLATION).write(keys(), ring(), places());
    }

    Backups.Described restore(@Nullable String id, @Nullable String over) {
        return restore(id, over, this);
    }

    Backups.Described restore(@Nullable String id, @Nullable String over, Backups.Around around) {
        return backups(INSTALLATION).restore(id, keys(), ring(), over, around);
    }

    List<String> contexts() {
        return new Stores(client, prefix, INSTALLATION).contexts();
    }

    @Override
    public void deleteTopics(List<String> contexts) {
        deleted.addAll(contexts);
    }

    @Override
    public void say(String words) {}

    @Override
    public void close() {
        client.close();
    }
}
