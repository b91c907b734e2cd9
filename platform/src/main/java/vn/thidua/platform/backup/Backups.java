package vn.thidua.platform.backup;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.sealing.KeyPlaces;
import vn.thidua.platform.sealing.MongoKeyRing;

/**
 * The backups of one installation in one folder: logs, files as they are sealed, and what nothing makes anew. Views are
 * not in it, for they are filled from the logs; keys are in a file of their own, in a place that each erasure reaches
 * ({@link KeyPlaces}).
 *
 * <p>A backup counts from the moment its manifest is written; broken off before, it is nothing, and the next one clears
 * it away. A restore reads the whole backup before it writes anything; broken off, it leaves a {@link RestoreMark}, and is
 * run again.
 */
public final class Backups {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Folder folder;
    private final Stores stores;
    private final Clock clock;

    /**
     * @param folder of the backups; made by the first one
     * @param client without a time limit: it reads and writes everything
     * @param databases what the names of the databases begin with, as {@code thidua_}
     * @param installation whose they are
     * @param secret of the installation: who does not have it cannot make a manifest that is taken
     */
    public Backups(
            Path folder, MongoClient client, String databases, String installation, SecretKey secret, Clock clock) {
        this.folder = new Folder(folder, installation, secret);
        this.stores = new Stores(client, databases, installation);
        this.clock = clock;
    }

    /**
     * A backup.
     *
     * @param bytes of all its files, keys not counted
     * @param streams a line for each log
     */
    public record Described(String id, Instant begun, Instant finished, long bytes, List<String> streams) {

        static Described of(Manifest manifest) {
            return new Described(
                    manifest.id(),
                    manifest.begun(),
                    manifest.finished(),
                    manifest.parts().stream().mapToLong(Manifest.Part::bytes).sum(),
                    manifest.streams().stream()
                            .map(stream -> stream.context() + ": " + stream.commits() + " commits, next position "
                                    + stream.next() + ", head " + stream.hash())
                            .toList());
        }
    }

    /**
     * Writes one, while the services go on. What an earlier one in the folder holds of logs and files is not written again.
     *
     * @param keys where the file of the keys goes; from now on each erasure reaches it
     * @throws BackupRefusedException if the folder is another one's, or a log is not what it was
     */
    public Described write(Path keys, MongoKeyRing ring, KeyPlaces places) {
        folder.claim();
        try (FileChannel lock = folder.lock()) {
            new RestoreMark(stores.database(RestoreMark.DATABASE)).unfinished().ifPresent(backup -> {
                throw new BackupRefusedException(
                        "Việc khôi phục bản " + backup + " chưa xong. Hãy chạy lại ./thidua restore.",
                        "the restore of " + backup + " has not come to its end: run ./thidua restore again");
            });
            Instant begun = clock.instant();
            List<Manifest> earlier = readable();
            String id = STAMP.format(begun) + "-" + UUID.randomUUID().toString().substring(0, 8);
            var run = new BackupRun(folder, stores, id, earlier.isEmpty() ? null : earlier.getFirst());
            run.copy();
            // behind the logs: no text in them was sealed with a key that the file does not have
            places.write(keys, ring, clock.instant());
            Manifest manifest = run.manifest(begun, clock.instant());
            folder.write(manifest);
            return Described.of(manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest first. A manifest that was changed stays as it is, with its files, and is not built upon. */
    private List<Manifest> readable() {
        var manifests = new ArrayList<Manifest>();
        boolean all = true;
        for (String id : folder.ids()) {
            try {
                manifests.add(folder.read(id));
            } catch (BackupRefusedException e) {
                all = false;
            }
        }
        if (all) {
            folder.sweep(manifests);
        }
        manifests.removeIf(manifest -> manifest.parts().stream().anyMatch(part -> !isWhole(part)));
        return manifests;
    }

    /** By its length; what is in it is looked at by a check, and by a restore. */
    private boolean isWhole(Manifest.Part part) {
        Path file = folder.parts().resolve(part.file());
        try {
            return Files.isRegularFile(file) && Files.size(file) == part.bytes();
        } catch (IOException e) {
            return false;
        }
    }

    /** All, the newest first. */
    public List<Described> list() {
        folder.requireOurs();
        return folder.ids().stream().map(folder::read).map(Described::of).toList();
    }

    /**
     * Reads a whole backup.
     *
     * @param id null for the newest
     * @throws BackupRefusedException if it is not as it was written
     */
    public Described check(@Nullable String id, Consumer<String> progress) {
        return Described.of(checked(id, progress));
    }

    private Manifest checked(@Nullable String id, Consumer<String> progress) {
        folder.requireOurs();
        Manifest manifest = folder.read(
                id != null
                        ? id
                        : folder.ids().stream()
                                .findFirst()
                                .orElseThrow(() -> new BackupRefusedException(
                                        "Thư mục chưa có bản sao lưu nào hoàn tất.",
                                        "no backup in the folder has come to its end")));
        new BackupCheck(folder, manifest).run(progress);
        return manifest;
    }

    /** What a restore needs beside the backup. */
    public interface Around {

        /** Deletes the topics of these contexts, and returns when they are gone: relays send them again. */
        void deleteTopics(List<String> contexts);

        /** Says where it stands. */
        void say(String words);
    }

    /**
     * Puts a backup in the place of whatever is there. No service may run. The keys of the newest file come to those that
     * are here; what was destroyed here or there stays destroyed.
     *
     * @param id null for the newest
     * @param keys where the files of keys are
     * @param over the installation whose data may be lost; null if there must be none
     * @throws BackupRefusedException before anything is written
     */
    public Described restore(@Nullable String id, Path keys, MongoKeyRing ring, @Nullable String over, Around around) {
        folder.requireOurs();
        try (FileChannel lock = folder.lock()) {
            var mark = new RestoreMark(stores.database(RestoreMark.DATABASE));
            Optional<String> unfinished = mark.unfinished();
            if (unfinished.isEmpty()) {
                requireEmptyOr(over);
            }
            around.say("reading the backup");
            Manifest manifest = checked(id, around::say);
            Path file = KeyPlaces.newest(keys)
                    .orElseThrow(() -> new BackupRefusedException(
                            "Không có tệp khóa trong " + keys + ". Hãy chỉ nơi lưu khóa bằng --keys.",
                            "there is no file of keys in " + keys + ": say with --keys where they are"));
            importKeys(ring, file);
            List<String> before = stores.contexts();
            mark.set(manifest.id(), clock.instant());
            var run = new RestoreRun(folder, manifest, stores);
            run.clear();
            around.say("writing");
            run.write(around::say);
            var contexts = new java.util.TreeSet<>(before);
            manifest.streams().forEach(stream -> contexts.add(stream.context()));
            around.deleteTopics(List.copyOf(contexts));
            mark.clear();
            return Described.of(manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void importKeys(MongoKeyRing ring, Path file) throws IOException {
        try {
            ring.importKeys(file);
        } catch (IllegalStateException e) {
            throw new BackupRefusedException(
                    "Tệp khóa " + file + " không khớp với khóa đang có. Hãy kiểm tra bản cài đặt.",
                    "the file of keys " + file + " does not fit the keys that are here: " + e.getMessage());
        }
    }

    private void requireEmptyOr(@Nullable String over) {
        List<String> there = stores.contexts();
        boolean anything = there.stream()
                .anyMatch(context -> stores.database(context)
                                .getCollection(vn.thidua.platform.eventstore.EventLog.COLLECTION)
                                .find()
                                .limit(1)
                                .first()
                        != null);
        if (anything && !stores.installation().equals(over)) {
            throw new BackupRefusedException(
                    "Đang có dữ liệu của " + String.join(", ", there)
                            + ". Khôi phục sẽ xóa hết. Nếu thực sự muốn, hãy thêm: --over " + stores.installation(),
                    "there are data of " + String.join(", ", there)
                            + ", and a restore takes them all away; if that is what you want, add: --over "
                            + stores.installation());
        }
    }
}
