package vn.thidua.gateway.edge.tls;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thidua.gateway.edge.GatewayProperties;
import vn.thidua.gateway.edge.GatewayProperties.Tls;

/** TLS where somebody else could listen. */
@Configuration(proxyBeanMethods = false)
public class TlsConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(TlsConfiguration.class);
    private static final String BUNDLE = "gateway";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tls(
            GatewayProperties properties, ServerProperties server, Clock clock) {
        return factory -> {
            if (isWanted(properties.tls().mode(), server.getAddress())) {
                var registry = new DefaultSslBundleRegistry();
                registry.registerBundle(BUNDLE, bundle(properties.tls(), clock));
                factory.setSslBundles(registry);
                factory.setSsl(Ssl.forBundle(BUNDLE));
                int loopback = properties.tls().loopbackPort();
                if (loopback > 0) {
                    factory.addAdditionalConnectors(plainOnLoopback(loopback));
                }
            } else if (properties.tls().mode() == Tls.Mode.OFF) {
                LOG.warn("TLS is off: a proxy before this must do it, and nobody else may reach this port");
            }
        };
    }

    private static Connector plainOnLoopback(int port) {
        var connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", "127.0.0.1");
        connector.setXpoweredBy(false);
        return connector;
    }

    static boolean isWanted(Tls.Mode mode, @Nullable InetAddress address) {
        return switch (mode) {
            case ON -> true;
            case OFF -> false;
            case AUTO -> address == null || !address.isLoopbackAddress();
        };
    }

    private static SslBundle bundle(Tls tls, Clock clock) {
        return SslBundle.of(
                stores(tls, clock), SslBundleKey.NONE, SslOptions.of(null, new String[] {"TLSv1.3", "TLSv1.2"}));
    }

    private static SslStoreBundle stores(Tls tls, Clock clock) {
        @Nullable Path certificate = tls.certificate();
        @Nullable Path key = tls.privateKey();
        if (certificate != null && key != null) {
            return new PemSslStoreBundle(
                    PemSslStoreDetails.forCertificates(certificate.toUri().toString())
                            .withPrivateKey(key.toUri().toString()),
                    null);
        }
        if (certificate != null || key != null) {
            throw new IllegalStateException(
                    "thidua.gateway.tls.certificate and .private-key go together: one of them is missing");
        }
        OwnCertificate own = OwnCertificate.loadOrMake(tls.folder(), tls.names(), clock);
        LOG.info("TLS with a certificate of our own, SHA-256 {}", own.fingerprint());
        return SslStoreBundle.of(own.store(), OwnCertificate.PASSWORD, null);
    }
}
