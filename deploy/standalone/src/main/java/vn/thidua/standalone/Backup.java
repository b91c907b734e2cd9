package vn.thidua.standalone;

import com.mongodb.client.MongoClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.backup.BackupRefusedException;
import vn.thidua.platform.backup.Backups;
import vn.thidua.platform.sealing.KeyEncryptionKey;
import vn.thidua.platform.sealing.KeyPlaces;
import vn.thidua.platform.sealing.MongoKeyRing;

/** Writes backups, of a running system or of one at rest, and looks at those that are there. */
final class Backup {

    private final Launcher launcher;

    Backup(Launcher launcher) {
        this.launcher = launcher;
    }

    int run(Call.Backup call) {
        Secrets secrets = Secrets.read(launcher.home())
                .orElseThrow(() -> new Refusal(
                        Refusal.NOT_RUNNING,
                        "Chưa có dữ liệu nào trong " + launcher.home().data(),
                        "nothing has been kept in " + launcher.home().data() + " yet"));
        Path folder = call.folder().toAbsolutePath().normalize();
        Path keys = keys(folder, call.keys());
        refusing(() -> AtRest.orRunning(launcher, uri -> {
            try (MongoClient client = RunningDatabase.client(uri)) {
                var backups = backups(folder, client, secrets);
                switch (call.act()) {
                    case WRITE -> write(backups, folder, keys, client, secrets);
                    case LIST -> backups.list().forEach(this::print);
                    case CHECK -> print(backups.check(null, launcher.console()::say));
                    case FORGET ->
                        launcher.console()
                                .print(
                                        places(client).forget(keys)
                                                ? "erasures do not reach " + keys + " any more"
                                                : keys + " was no place of keys");
                }
            }
        }));
        return 0;
    }

    private void write(Backups backups, Path folder, Path keys, MongoClient client, Secrets secrets) {
        launcher.console().say("writing a backup to " + folder);
        long began = System.nanoTime();
        Backups.Described written = backups.write(keys, ring(client, secrets), places(client));
        print(written);
        launcher.console().print("keys in " + keys);
        launcher.console()
                .say(String.format(
                        Locale.ROOT,
                        "Đã sao lưu vào %s sau %.1f s. Hãy cất riêng thư mục %s: thiếu nó thì không đọc được bản sao lưu.",
                        folder,
                        (System.nanoTime() - began) / 1e9,
                        launcher.home().secrets()));
    }

    private void print(Backups.Described described) {
        launcher.console().print(described.id() + "  " + described.finished() + "  " + described.bytes() + " bytes");
        described.streams().forEach(stream -> launcher.console().print("  " + stream));
    }

    static Path keys(Path folder, @Nullable Path named) {
        return named == null ? folder.resolve("keys") : named.toAbsolutePath().normalize();
    }

    static Backups backups(Path folder, MongoClient client, Secrets secrets) {
        return new Backups(
                folder,
                client,
                Restore.DATABASES,
                secrets.installation(),
                new SecretKeySpec(Base64.getDecoder().decode(secrets.secret()), "HmacSHA256"),
                Clock.systemUTC());
    }

    static MongoKeyRing ring(MongoClient client, Secrets secrets) {
        return MongoKeyRing.open(
                client.getDatabase(MongoKeyRing.DATABASE),
                // as services have it when nothing else is said
                KeyEncryptionKey.of("kek-1", secrets.keyEncryptionKey()),
                List.of(),
                Clock.systemUTC());
    }

    static KeyPlaces places(MongoClient client) {
        return new KeyPlaces(client.getDatabase(MongoKeyRing.DATABASE));
    }

    /** In the words of the launcher. */
    static void refusing(Runnable work) {
        try {
            work.run();
        } catch (BackupRefusedException e) {
            throw new Refusal(Refusal.UNUSABLE, e.vietnamese(), e.english());
        }
    }
}
