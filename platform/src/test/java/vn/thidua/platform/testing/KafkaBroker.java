package vn.thidua.platform.testing;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka broker and controller in this JVM. Topics are not made by themselves. */
public final class KafkaBroker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final String bootstrap;
    private final Path folder;

    private KafkaBroker(KafkaRaftServer server, String bootstrap, Path folder) {
        this.server = server;
        this.bootstrap = bootstrap;
        this.folder = folder;
    }

    /** Starts one in a folder of its own, and waits until it answers. */
    public static KafkaBroker start() {
        try {
            Path folder = Files.createTempDirectory("thidua-kafka-");
            int port = Ports.free();
            format(folder);
            var server = new KafkaRaftServer(new KafkaConfig(properties(folder, port, Ports.free())), Time.SYSTEM);
            server.startup();
            var broker = new KafkaBroker(server, "127.0.0.1:" + port, folder);
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap))) {
                Eventually.eventually(
                        "the broker answers",
                        () -> !admin.describeCluster().nodes().get().isEmpty());
            }
            return broker;
        } catch (Exception e) {
            throw new AssertionError("no Kafka broker", e);
        }
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

    private static Properties properties(Path folder, int port, int controllerPort) {
        var properties = new Properties();
        Map.ofEntries(
                        Map.entry("process.roles", "broker,controller"),
                        Map.entry("node.id", "1"),
                        Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                        Map.entry(
                                "listeners",
                                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                        Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
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
        server.shutdown();
        server.awaitShutdown();
        try {
            Backends.delete(folder);
        } catch (UncheckedIOException e) {
            // a file that a late thread of the broker holds stays in the temporary folder; no test fails by it
            folder.toFile().deleteOnExit();
        }
    }
}
