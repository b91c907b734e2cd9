package vn.thidua.standalone;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.thidua.standalone.State.Service;

/** A service in a process of its own, started again when that ends by itself. */
final class SupervisedService implements AutoCloseable {

    private static final long LONGEST_PAUSE_SECONDS = 30;

    /**
     * What is told of it from start to start.
     *
     * @param pid of its process
     * @param ready whether it answers
     */
    record Told(long pid, boolean ready) {}

    private final String name;
    private final Supplier<OwnProcess> starting;
    private final Consumer<Told> telling;
    private final Consumer<String> incidents;
    private volatile OwnProcess process;
    private volatile boolean closed;

    private SupervisedService(
            String name,
            Supplier<OwnProcess> starting,
            Consumer<Told> telling,
            Consumer<String> incidents,
            OwnProcess process) {
        this.name = name;
        this.starting = starting;
        this.telling = telling;
        this.incidents = incidents;
        this.process = process;
    }

    /** Returns when it answers. */
    static SupervisedService start(Launcher launcher, ServiceSettings settings, StateKeeper state) {
        return start(
                settings.name(),
                () -> OwnProcess.start(launcher, settings),
                told -> state.service(new Service(settings.name(), settings.port(), told.pid(), told.ready())),
                state::incident);
    }

    /** The same for any process of our own. */
    static SupervisedService start(
            String name, Supplier<OwnProcess> starting, Consumer<Told> telling, Consumer<String> incidents) {
        OwnProcess process = starting.get();
        var service = new SupervisedService(name, starting, telling, incidents, process);
        String why = process.awaitReady();
        if (!why.isEmpty()) {
            process.close();
            throw Serve.notStarted(name, why);
        }
        service.tell(true);
        Thread.ofPlatform().daemon().name(name).start(service::watch);
        return service;
    }

    private void tell(boolean ready) {
        telling.accept(new Told(process.pid(), ready));
    }

    long pid() {
        return process.pid();
    }

    private void watch() {
        long pause = 1;
        try {
            while (true) {
                int code = process.awaitEnd();
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    tell(false);
                    incidents.accept(name + " (pid " + process.pid() + ") has ended with code " + code
                            + "; it is started again in " + pause + " s");
                }
                TimeUnit.SECONDS.sleep(pause);
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    process = starting.get();
                }
                String why = process.awaitReady();
                if (why.isEmpty()) {
                    tell(true);
                    incidents.accept(name + " runs again (pid " + process.pid() + ")");
                    pause = 1;
                } else {
                    process.close();
                    pause = Math.min(pause * 2, LONGEST_PAUSE_SECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        process.close();
    }
}
