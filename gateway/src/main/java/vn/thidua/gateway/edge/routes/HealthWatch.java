package vn.thidua.gateway.edge.routes;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Asks every address of every service again and again whether it takes requests. */
public final class HealthWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration WHILE_ILL = Duration.ofSeconds(1);

    private final BackingServices services;
    private final HttpClient http;
    private final Duration interval;
    private final List<Thread> watching = new ArrayList<>();

    public HealthWatch(BackingServices services, HttpClient http, Duration interval) {
        this.services = services;
        this.http = http;
        this.interval = interval;
    }

    @Override
    public synchronized void start() {
        for (BackingService service : services.all()) {
            for (ServiceAddress address : service.addresses()) {
                watching.add(
                        Thread.ofVirtual().name("health of " + address.base()).start(() -> watch(service, address)));
            }
        }
    }

    private void watch(BackingService service, ServiceAddress address) {
        try {
            while (true) {
                boolean before = address.isHealthy();
                ask(address);
                if (address.isHealthy() != before) {
                    LOG.warn(
                            "{} at {} {}",
                            service.name(),
                            address.base(),
                            before ? "takes no requests" : "takes requests again");
                }
                Thread.sleep(address.isHealthy() ? interval : WHILE_ILL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(ServiceAddress address) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address.base() + "/actuator/health/readiness"))
                .timeout(PATIENCE)
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status == 200) {
                address.isWell();
            } else {
                address.isAway();
            }
        } catch (HttpConnectTimeoutException e) {
            address.isSilent();
        } catch (ConnectException e) {
            address.isAway();
        } catch (IOException e) {
            address.isSilent();
        }
    }

    @Override
    public synchronized void stop() {
        watching.forEach(Thread::interrupt);
        watching.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !watching.isEmpty();
    }
}
