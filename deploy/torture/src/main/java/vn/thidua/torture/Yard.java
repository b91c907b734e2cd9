package vn.thidua.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.thidua.platform.embedded.MongodProcess;
import vn.thidua.platform.embedded.Ports;
import vn.thidua.torture.fault.Proxy;

/** A mongod and a Kafka broker, each behind a proxy, that nobody but the torture starts and ends. */
public final class Yard implements AutoCloseable {

    private static final int DISK_MEGABYTES = 1500;

    private final Path folder;
    private final boolean isDisk;
    private final MongodProcess mongod;
    private final KafkaNode kafka;
    private final Proxy toMongod;
    private final Proxy toKafka;

    private Yard(Path folder, boolean isDisk, MongodProcess mongod, KafkaNode kafka, Proxy toMongod, Proxy toKafka) {
        this.folder = folder;
        this.isDisk = isDisk;
        this.mongod = mongod;
        this.kafka = kafka;
        this.toMongod = toMongod;
        this.toKafka = toKafka;
    }

    /** Starts both. */
    public static Yard start(Path folder, Path program) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean isDisk = Folders.mount(folder, DISK_MEGABYTES);
        MongodProcess mongod;
        try {
            mongod = MongodProcess.start(program, folder.resolve("mongodb"), folder.resolve("mongod.log"));
        } catch (RuntimeException e) {
            if (isDisk) {
                Folders.unmount(folder);
            }
            throw e;
        }
        int port = Ports.free();
        Proxy toKafka = Proxy.to(port);
        try {
            KafkaNode kafka = KafkaNode.start(
                    folder.resolve("kafka"), port, toKafka.port(), Ports.free(), folder.resolve("kafka.log"));
            return new Yard(folder, isDisk, mongod, kafka, Proxy.to(portOf(mongod)), toKafka);
        } catch (RuntimeException e) {
            toKafka.close();
            mongod.close();
            if (isDisk) {
                Folders.unmount(folder);
            }
            throw e;
        }
    }

    private static int portOf(MongodProcess mongod) {
        String uri = mongod.uri();
        return Integer.parseInt(uri.substring(uri.lastIndexOf(':') + 1, uri.indexOf("/?")));
    }

    /** By way of the proxy. */
    String mongodbUri() {
        return "mongodb://127.0.0.1:" + toMongod.port() + "/?directConnection=true";
    }

    /** By way of the proxy. */
    String kafkaBootstrap() {
        return "127.0.0.1:" + toKafka.port();
    }

    /** The database itself. */
    public MongodProcess mongod() {
        return mongod;
    }

    /** The broker itself. */
    public KafkaNode kafka() {
        return kafka;
    }

    /** Between services and mongod. */
    public Proxy toMongod() {
        return toMongod;
    }

    /** Between services and Kafka. */
    public Proxy toKafka() {
        return toKafka;
    }

    /** Whether the folder is a small disk of its own, which can be filled. */
    public boolean isDisk() {
        return isDisk;
    }

    /** Where it keeps what it keeps. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        toMongod.close();
        toKafka.close();
        kafka.close();
        mongod.close();
        if (isDisk) {
            Folders.unmount(folder);
        }
    }
}
