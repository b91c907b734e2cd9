package vn.thidua.gateway.edge;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of the edge, below {@code thidua.gateway}.
 *
 * @param services what stands behind, by name
 * @param limits how much one may ask for
 * @param bodies how much may be sent
 * @param resilience what is done about a service that does not answer
 * @param tls how the way to the gateway is kept private
 * @param trustedProxies regular expression of the addresses of proxies of ours: what they say in {@code X-Forwarded-For}
 *     and {@code X-Forwarded-Proto} is believed; empty: nobody's word is
 * @param operatorKeys where the public keys ({@code file:}) of tools of this machine are: what they sign is taken for {@code
 *     /status}, {@code /actuator} and {@code .../operations}, from the loopback alone; empty: nothing is
 */
@ConfigurationProperties("thidua.gateway")
public record GatewayProperties(
        @DefaultValue Map<String, Service> services,
        @DefaultValue Limits limits,
        @DefaultValue Bodies bodies,
        @DefaultValue Resilience resilience,
        @DefaultValue Tls tls,
        @DefaultValue("") String trustedProxies,
        @DefaultValue("") String operatorKeys) {

    /**
     * A service.
     *
     * @param uri its addresses, each as {@code http://host:port}; one that is not well is passed over
     * @param contexts whose requests it takes, as they stand in {@code /api/v1/<context>}
     * @param label what a clerk calls it: follows "Phần"
     * @param labelEn the same in English
     * @param timeout from the end of a request to the beginning of its answer
     */
    public record Service(
            List<URI> uri,
            List<String> contexts,
            @Nullable String label,
            @Nullable String labelEn,
            @DefaultValue("30s") Duration timeout) {

        public Service {
            uri = List.copyOf(uri);
            contexts = List.copyOf(contexts);
        }
    }

    /**
     * Requests; whoever asks for more is answered 429.
     *
     * @param user a second, of one signed-in account
     * @param client a second, of one API client
     * @param address a second, from one network address: many people of an office may share one
     * @param burst how many seconds' worth may come at once
     * @param remembered for how many of each is counted; the one that was silent longest is forgotten
     */
    public record Limits(
            @DefaultValue("100") int user,
            @DefaultValue("100") int client,
            @DefaultValue("500") int address,
            @DefaultValue("5") int burst,
            @DefaultValue("50000") int remembered) {}

    /**
     * Bodies. What is no file is bounded by {@code thidua.web.max-body}.
     *
     * @param upload largest file that is passed on; the service has its own limit
     * @param form largest form: sign-in and tokens have one, nobody else does
     * @param patience how long the first bytes may take
     * @param slowest bytes a second below which a body is given up
     */
    public record Bodies(
            @DefaultValue("64MB") DataSize upload,
            @DefaultValue("16KB") DataSize form,
            @DefaultValue("20s") Duration patience,
            @DefaultValue("4KB") DataSize slowest) {}

    /**
     * Services that do not answer.
     *
     * @param connect how long a connection may take
     * @param upload how long the answer to an upload may take, sending included
     * @param attempts how often a request that may be repeated is sent at most
     * @param window of how many calls the last ones are looked at
     * @param enough from how many calls on they say something
     * @param failures per cent of them that open the breaker
     * @param rest how long it stays open before a call is tried
     * @param waiting requests that may wait for one service at a time
     * @param probe how often a service that is well is asked; one that is not, every second
     */
    public record Resilience(
            @DefaultValue("2s") Duration connect,
            @DefaultValue("10m") Duration upload,
            @DefaultValue("3") int attempts,
            @DefaultValue("20") int window,
            @DefaultValue("5") int enough,
            @DefaultValue("50") int failures,
            @DefaultValue("5s") Duration rest,
            @DefaultValue("256") int waiting,
            @DefaultValue("5s") Duration probe) {}

    /**
     * TLS.
     *
     * @param mode {@code AUTO}: as soon as the gateway listens beyond the loopback; {@code OFF}: a proxy of ours does it
     * @param certificate file (PEM) with the certificate and those above it; without one it is made here
     * @param privateKey file (PEM) with its key
     * @param folder where the one made here is kept; anybody who may read it may be this gateway
     * @param loopbackPort where plain HTTP remains for programs of this machine, while TLS is on; 0: nowhere
     * @param names that the one made here is for, beside those of this machine
     */
    public record Tls(
            @DefaultValue("AUTO") Mode mode,
            @Nullable Path certificate,
            @Nullable Path privateKey,
            @DefaultValue(".thidua/data/tls") Path folder,
            @DefaultValue("0") int loopbackPort,
            @DefaultValue List<String> names) {

        public Tls {
            names = List.copyOf(names);
        }

        /** When. */
        public enum Mode {
            AUTO,
            ON,
            OFF
        }
    }
}
