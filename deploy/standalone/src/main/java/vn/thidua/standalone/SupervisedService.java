package vn.thidua.standalone;

import java.util.concurrent.TimeUnit;
import vn.thidua.standalone.State.Service;

/** A service in a process of its own, started again when that ends by itself. */
final class SupervisedService implements AutoCloseable {

    private static final long LONGEST_PAUSE_SECONDS = 30;

    private final Launcher launcher;
    private final ServiceSettings settings;
    private final StateKeeper state;
    private OwnProcess process;
    private volatile boolean closed;

    private SupervisedService(Launcher launcher, ServiceSettings settings, StateKeeper state, OwnProcess process) {
        this.launcher = launcher;
        this.settings = settings;
        this.state = state;
        this.process = process;
    }

    /** Returns when it answers. */
    static SupervisedService start(Launcher launcher, ServiceSettings settings, StateKeeper state) {
        OwnProcess process = OwnProcess.start(launcher, settings);
        var service = new SupervisedService(launcher, settings, state, process);
        String why = process.awaitReady();
        if (!why.isEmpty()) {
            process.close();
            throw Serve.notStarted(settings.name(), why);
        }
        service.tell(true);
        Thread.ofPlatform().daemon().name(settings.name()).start(service::watch);
        return service;
    }

    private void tell(boolean ready) {
        state.service(new Service(settings.name(), settings.port(), process.pid(), ready));
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
                    state.incident(settings.name() + " (pid " + process.pid() + ") has ended with code " + code
                            + "; it is started again in " + pause + " s");
                }
                TimeUnit.SECONDS.sleep(pause);
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    process = OwnProcess.start(launcher, settings);
                }
                String why = process.awaitReady();
                if (why.isEmpty()) {
                    tell(true);
                    state.incident(settings.name() + " runs again (pid " + process.pid() + ")");
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
