package vn.thidua.gateway;

import vn.thidua.platform.security.Caller;

/** Makes what the services take as proof of who calls: they know nothing of sessions and cookies. */
@FunctionalInterface
public interface ServiceTokens {

    /**
     * A signed token that says who the caller is and what rights it has now; it lives for two minutes at most.
     *
     * @return without the word {@code Bearer}
     * @throws RuntimeException if there is no key to sign with
     */
    String bearerFor(Caller caller);
}
