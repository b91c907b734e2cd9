package vn.thidua.gateway.edge.routes;

import java.net.URI;

/** One place where a service may be found, and whether it was well when somebody last asked. */
public final class ServiceAddress {

    /** A slow answer on a busy machine is no illness yet. */
    private static final int SILENCES = 2;

    private final URI base;
    private volatile boolean healthy = true;
    private int silent;

    ServiceAddress(URI base) {
        this.base = base;
    }

    /** Without a slash at the end. */
    public URI base() {
        return base;
    }

    /** Whether requests are sent there. */
    public boolean isHealthy() {
        return healthy;
    }

    synchronized void isWell() {
        silent = 0;
        healthy = true;
    }

    /** Nobody is there, or it says itself that it takes no requests. */
    synchronized void isAway() {
        healthy = false;
    }

    /** It has not answered in time. */
    synchronized void isSilent() {
        silent++;
        if (silent >= SILENCES) {
            healthy = false;
        }
    }
}
