package vn.thidua.standalone;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.gateway.edge.tls.OwnCertificate;
import vn.thidua.platform.backup.RestoreMark;
import vn.thidua.platform.security.SigningKeys;
import vn.thidua.standalone.State.Phase;
import vn.thidua.standalone.State.Service;

/** The process that stays: it holds the backends and, unless each has a process of its own, the services. */
final class Serve {

    private static final Logger LOG = LoggerFactory.getLogger(Serve.class);

    private final Launcher launcher;
    private final boolean apart;
    private final @Nullable String host;
    /** What has been started, the last one first: the order of ending. */
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;

    Serve(Launcher launcher, boolean apart, @Nullable String host) {
        this.launcher = launcher;
        this.host = host;
        this.apart = apart;
    }

    /** Runs until the process is told to end. */
    int run() throws InterruptedException {
        launcher.home().prepare();
        @Nullable FileLock lock = lock(launcher.home());
        if (lock == null) {
            return Refusal.UNUSABLE;
        }
        writeBuild(launcher.home());
        var state = new StateKeeper(launcher.home().state(), apart);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(state)));
        try {
            start(state);
        } catch (Refusal e) {
            state.failed(e);
            return e.exitCode();
        } catch (RuntimeException | Error e) {
            // an Error too: threads of the backends would keep the process alive, and nobody would know why
            if (stopping) {
                return Refusal.FAILED;
            }
            LOG.error("The start has failed", e);
            state.failed(new Refusal(
                    Refusal.FAILED,
                    "Không khởi động được, xem " + launcher.home().logs(),
                    "the start has failed: " + Causes.words(e)));
            return Refusal.FAILED;
        }
        state.phase(Phase.READY);
        ended.await();
        return 0;
    }

    private static void writeBuild(Home home) {
        try {
            Files.writeString(home.build(), System.getProperty("thidua.build", "") + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null if another process holds it. It ends with the process, however that ends. */
    static @Nullable FileLock lock(Home home) {
        try {
            return FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(StateKeeper state) {
        Home home = launcher.home();
        Wishes wishes = launcher.wishes();
        Optional<Gateway> gateway = Gateway.of(launcher, host);
        for (ServiceDefinition service : launcher.services()) {
            int port = port(service, gateway);
            if (!PortOwner.isFreeSoon(port, home)) {
                throw PortOwner.taken(service, port);
            }
            if (service.name().equals(Gateway.NAME)) {
                int open = gateway.orElseThrow().open();
                if (open != port && !PortOwner.isFreeSoon(open, home)) {
                    throw PortOwner.taken(service, open);
                }
            }
            state.service(new Service(service.name(), port, 0, false));
        }
        Optional<DatabaseChoice.Recorded> earlier = JsonFile.read(home.choice(), DatabaseChoice.Recorded.class);
        DatabaseChoice choice = DatabaseChoice.of(wishes, home, earlier);
        Secrets secrets = Secrets.of(home);

        // both take their time, and neither needs the other
        CompletableFuture<RunningKafka> kafkaStart = CompletableFuture.supplyAsync(
                () -> apart
                        ? RunningKafka.apart(launcher, state::kafka, state::incident)
                        : RunningKafka.start(wishes, home),
                Thread::startVirtualThread);
        RunningDatabase database;
        try {
            database = started(RunningDatabase.start(choice, home, state::incident));
        } catch (RuntimeException e) {
            // what has been begun is ended with the rest
            var _ = kafkaStart.thenAccept(this::started);
            throw e;
        }
        state.database(database.backend());
        state.step(database.backend().words());
        Owner.check(database.backend().address(), secrets.installation());
        requireWhole(database.backend().address());
        if (earlier.isEmpty()) {
            JsonFile.write(home.choice(), choice.recorded(Instant.now()));
        }
        RunningKafka kafka;
        try {
            kafka = started(kafkaStart.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        state.kafka(kafka.backend());
        state.step(kafka.backend().words());

        for (ServiceDefinition service : launcher.services()) {
            boolean door = service.name().equals(Gateway.NAME);
            var settings = new ServiceSettings(
                    service.name(),
                    service.application(),
                    port(service, gateway),
                    database.backend().address(),
                    kafka.backend().address(),
                    secrets,
                    tokenKeys(home, door ? Optional.empty() : gateway),
                    door
                            ? gateway.orElseThrow().arguments(launcher)
                            : List.of("--spring.autoconfigure.exclude="
                                    + String.join(",", LeftOut.ofAllButTheGateway())));
            if (apart) {
                started(SupervisedService.start(launcher, settings, state));
            } else {
                started(inThisProcess(settings, home));
                state.service(new Service(
                        service.name(), settings.port(), ProcessHandle.current().pid(), true));
            }
            state.step(service.name() + " at http://127.0.0.1:" + settings.port());
        }
        gateway.ifPresent(door -> opened(door, state));
    }

    /** A restore that broke off has left half a store. */
    private static void requireWhole(String uri) {
        try (MongoClient client = RunningDatabase.client(uri)) {
            new RestoreMark(client.getDatabase(Restore.DATABASES + RestoreMark.DATABASE))
                    .unfinished()
                    .ifPresent(backup -> {
                        throw new Refusal(
                                Refusal.UNUSABLE,
                                "Việc khôi phục bản " + backup + " chưa xong. Hãy chạy lại ./thidua restore với cùng"
                                        + " thư mục.",
                                "the restore of " + backup + " has not come to its end: run ./thidua restore again, on"
                                        + " the same folder");
                    });
        }
    }

    private void opened(Gateway door, StateKeeper state) {
        if (door.host() == null) {
            return;
        }
        state.now().services().stream()
                .filter(service -> service.name().equals(Gateway.NAME))
                .map(service -> new Service(service.name(), service.port(), service.pid(), service.ready(), door.url()))
                .findFirst()
                .ifPresent(state::service);
        // a certificate that was given has its own ways of being known
        String fingerprint = launcher.wishes().certificate().isPresent()
                ? ""
                : OwnCertificate.kept(launcher.home().tls())
                        .map(own -> ", SHA-256 of its certificate " + own.fingerprint())
                        .orElse("");
        state.step("gateway open at " + door.url() + fingerprint);
    }

    private int port(ServiceDefinition service, Optional<Gateway> gateway) {
        return service.name().equals(Gateway.NAME)
                ? gateway.orElseThrow().port()
                : launcher.wishes().port(service);
    }

    /** Tokens that were signed on this machine are taken, for tools and tests; and those of the gateway. */
    private static List<String> tokenKeys(Home home, Optional<Gateway> gateway) {
        var _ = SigningKeys.loadOrCreate(home.signingKeys());
        return Stream.concat(Stream.of(home.signingKeys().toUri().toString()), gateway.map(Gateway::keys).stream())
                .toList();
    }

    private static SpringService inThisProcess(ServiceSettings settings, Home home) {
        try {
            return SpringService.start(settings, home);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} does not start", settings.name(), e);
            throw notStarted(settings.name(), Causes.words(e));
        }
    }

    static Refusal notStarted(String service, String why) {
        return new Refusal(
                Refusal.FAILED, service + " không khởi động được: " + why, service + " does not start: " + why);
    }

    private synchronized <T extends AutoCloseable> T started(T part) {
        if (stopping) {
            quietly(part);
            throw new IllegalStateException("the process ends");
        }
        running.push(part);
        return part;
    }

    private void stop(StateKeeper state) {
        synchronized (this) {
            stopping = true;
            if (state.now().phase() != Phase.FAILED) {
                state.phase(Phase.STOPPING);
            }
            while (!running.isEmpty()) {
                quietly(running.pop());
            }
        }
        LOG.info("Everything has ended");
        ended.countDown();
    }

    private static void quietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("{} did not end cleanly", part.getClass().getSimpleName(), e);
        }
    }
}
