package vn.thidua.standalone;

import com.mongodb.client.MongoClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.thidua.platform.backup.Backups;
import vn.thidua.platform.publish.KafkaSettings;
import vn.thidua.platform.publish.TopicSetup;

/** Puts a backup in the place of what is there, while nothing runs. */
final class Restore {

    /** What the names of the databases begin with. */
    static final String DATABASES = "thidua_";

    private final Launcher launcher;

    Restore(Launcher launcher) {
        this.launcher = launcher;
    }

    int run(Call.Restore call) {
        Home home = launcher.home();
        Secrets secrets = Secrets.read(home)
                .orElseThrow(() -> new Refusal(
                        Refusal.UNUSABLE,
                        "Thiếu " + home.secrets()
                                + "/secrets.json của bản cài đặt. Hãy chép lại thư mục data/secrets đã"
                                + " cất riêng rồi chạy lại.",
                        "the secrets of the installation are missing: put the folder data/secrets that was kept apart"
                                + " to " + home.secrets() + ", and run it again"));
        Path folder = call.folder().toAbsolutePath().normalize();
        Path keys = Backup.keys(folder, call.keys());
        Backup.refusing(() -> AtRest.alone(launcher, uri -> restore(uri, call, folder, keys, secrets), true));
        launcher.console().say("Đã khôi phục; ./thidua up fills the views and sends the topics again");
        return 0;
    }

    private void restore(String uri, Call.Restore call, Path folder, Path keys, Secrets secrets) {
        Owner.check(uri, secrets.installation());
        try (MongoClient client = RunningDatabase.client(uri)) {
            Backups.Described restored = Backup.backups(folder, client, secrets)
                    .restore(call.from(), keys, Backup.ring(client, secrets), call.over(), new Around());
            launcher.console().print("restored " + restored.id());
            restored.streams().forEach(stream -> launcher.console().print("  " + stream));
        }
    }

    private final class Around implements Backups.Around {

        @Override
        public void deleteTopics(List<String> contexts) {
            if (launcher.wishes().kafkaBootstrap().isEmpty()
                    && !Files.exists(launcher.home().kafka())) {
                return;
            }
            say("deleting the topics");
            try (RunningKafka kafka = RunningKafka.start(launcher.wishes(), launcher.home())) {
                new TopicSetup(KafkaSettings.plain(kafka.backend().address())).delete(contexts);
            }
        }

        @Override
        public void say(String words) {
            launcher.console().say(words);
        }
    }
}
