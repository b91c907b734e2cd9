package vn.thidua.standalone;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.AppInfoParser;
import vn.thidua.platform.embedded.KafkaBroker;
import vn.thidua.standalone.State.Backend;

/** Kafka: somebody else's, or a broker of our own, in this process or apart. */
final class RunningKafka implements AutoCloseable {

    private final Backend backend;
    private final AutoCloseable server;

    private RunningKafka(Backend backend, AutoCloseable server) {
        this.backend = backend;
        this.server = server;
    }

    static RunningKafka start(Wishes wishes, Home home) {
        Optional<String> named = wishes.kafkaBootstrap();
        if (named.isPresent()) {
            return named(named.get());
        }
        KafkaBroker broker = KafkaBroker.start(home.kafka());
        return new RunningKafka(
                new Backend(
                        "embedded",
                        "Kafka " + AppInfoParser.getVersion() + ", a broker in the process, data in " + home.kafka(),
                        broker.bootstrap(),
                        0),
                broker);
    }

    /**
     * The same, with the broker in a process of its own that is started again when it ends by itself.
     *
     * @param told is given the broker again whenever its process is another one
     */
    static RunningKafka apart(Launcher launcher, Consumer<Backend> told, Consumer<String> incidents) {
        Optional<String> named = launcher.wishes().kafkaBootstrap();
        if (named.isPresent()) {
            return named(named.get());
        }
        var settings = KafkaProcess.Settings.in(launcher.home());
        var process = SupervisedService.start(
                KafkaProcess.NAME,
                () -> OwnProcess.start(launcher, "serve-kafka", KafkaProcess.NAME, settings),
                started -> told.accept(apart(settings, started.pid())),
                incidents);
        return new RunningKafka(apart(settings, process.pid()), process);
    }

    private static Backend apart(KafkaProcess.Settings settings, long pid) {
        return new Backend(
                "apart",
                "Kafka " + AppInfoParser.getVersion() + ", a broker in a process of its own, data in "
                        + settings.folder(),
                settings.bootstrap(),
                pid);
    }

    private static RunningKafka named(String bootstrap) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap, "request.timeout.ms", "5000"))) {
            int brokers =
                    admin.describeCluster().nodes().get(10, TimeUnit.SECONDS).size();
            return new RunningKafka(
                    new Backend("uri", "Kafka at " + bootstrap + ", " + brokers + " broker(s)", bootstrap, 0),
                    () -> {});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kafka was asked", e);
        } catch (Exception e) {
            throw new Refusal(
                    Refusal.UNUSABLE,
                    "Không kết nối được Kafka " + bootstrap + " (THIDUA_KAFKA_BOOTSTRAP).",
                    "the Kafka at " + bootstrap + " (THIDUA_KAFKA_BOOTSTRAP) does not answer");
        }
    }

    Backend backend() {
        return backend;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("Kafka does not end", e);
        }
    }
}
