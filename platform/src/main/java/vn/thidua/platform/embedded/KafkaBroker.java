package vn.thidua.platform.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka broker and controller in this JVM, on the loopback interface. Topics are not made by themselves. */
public final class KafkaBroker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String bootstrap;
    private final Properties properties;
    private final Runnable afterwards;
    private KafkaRaftServer server;

    private KafkaBroker(String bootstrap, Properties properties, Runnable afterwards) {
        this.bootstrap = bootstrap;
        this.properties = properties;
        this.afterwards = afterwards;
        this.server = launch();
    }

    /** Starts one that keeps nothing, and waits until it answers. */
    public static KafkaBroker start() {
        try {
            Path folder = Files.createTempDirectory("thidua-kafka-");
            return start(folder, () -> Folders.delete(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts one on what the folder holds, and waits until it answers. After a kill that takes some seconds longer: the
     * session of the broker that was killed has to end.
     *
     * @param folder made ready at the first start
     */
    public static KafkaBroker start(Path folder) {
        return start(folder, () -> {});
    }

    /** The same at an address that is known beforehand. */
    public static KafkaBroker start(Path folder, int port, int controllerPort) {
        return start(folder, port, port, controllerPort, () -> {});
    }

    /** The same where clients come by way of another port. */
    public static KafkaBroker start(Path folder, int port, int toldPort, int controllerPort) {
        return start(folder, port, toldPort, controllerPort, () -> {});
    }

    private static KafkaBroker start(Path folder, Runnable afterwards) {
        int port = Ports.free();
        return start(folder, port, port, Ports.free(), afterwards);
    }

    private static KafkaBroker start(Path folder, int port, int toldPort, int controllerPort, Runnable afterwards) {
        try {
            Files.createDirectories(folder);
            if (!Files.exists(folder.resolve("meta.properties"))) {
                format(folder);
            }
        } catch (Exception e) {
            throw new IllegalStateException("no place for a Kafka broker in " + folder, e);
        }
        return new KafkaBroker("127.0.0.1:" + port, properties(folder, port, toldPort, controllerPort), afterwards);
    }

    private KafkaRaftServer launch() {
        var launched = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        launched.startup();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Waiting.until("the Kafka broker answers", PATIENCE, () -> true, () -> !admin.describeCluster()
                    .nodes()
                    .get()
                    .isEmpty());
        }
        return launched;
    }

    /** Stops it; the data stay. */
    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Starts it again, on the same data and at the same address. */
    public void restart() {
        server = launch();
    }

    private static void format(Path folder) throws Exception {
        var formatter = new Formatter();
        formatter.setClusterId(Uuid.randomUuid().toString());
        formatter.setNodeId(1);
        formatter.addDirectory(folder.toString());
        formatter.setMetadataLogDirectory(folder.toString());
        formatter.setControllerListenerName("CONTROLLER");
        formatter.setReleaseVersion(MetadataVersion.latestProduction());
        formatter.setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        formatter.run();
    }

    private static Properties properties(Path folder, int port, int toldPort, int controllerPort) {
        var properties = new Properties();
        Map.ofEntries(
                        Map.entry("process.roles", "broker,controller"),
                        Map.entry("node.id", "1"),
                        Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                        Map.entry(
                                "listeners",
                                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                        Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + toldPort),
                        Map.entry("controller.listener.names", "CONTROLLER"),
                        Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                        Map.entry("log.dirs", folder.toString()),
                        Map.entry("offsets.topic.replication.factor", "1"),
                        Map.entry("offsets.topic.num.partitions", "3"),
                        Map.entry("transaction.state.log.replication.factor", "1"),
                        Map.entry("transaction.state.log.min.isr", "1"),
                        Map.entry("transaction.state.log.num.partitions", "3"),
                        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                        Map.entry("share.coordinator.state.topic.min.isr", "1"),
                        Map.entry("group.initial.rebalance.delay.ms", "0"),
                        Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
                        Map.entry("num.network.threads", "2"),
                        Map.entry("num.io.threads", "2"),
                        // with the default the start after a kill takes 12 s
                        Map.entry("broker.session.timeout.ms", "2000"),
                        Map.entry("broker.heartbeat.interval.ms", "500"),
                        Map.entry("auto.create.topics.enable", "false"))
                .forEach(properties::setProperty);
        return properties;
    }

    /** Where it answers. */
    public String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() {
        stop();
        afterwards.run();
    }
}
