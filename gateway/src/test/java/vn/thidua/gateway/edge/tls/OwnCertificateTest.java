package vn.thidua.gateway.edge.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.gateway.edge.GatewayProperties.Tls;

class OwnCertificateTest {

    @TempDir
    private Path folder;

    @Test
    void itIsMadeOnceAndKeptUntilItsEndIsNear() throws Exception {
        Clock today = Clock.systemUTC();
        var made = OwnCertificate.loadOrMake(folder, List.of("thidua.example", "10.0.0.5", "0.0.0.0"), today);

        var certificate = (X509Certificate) made.store().getCertificate("gateway");
        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .contains("localhost", "127.0.0.1", "thidua.example", "10.0.0.5")
                .doesNotContain("0.0.0.0");
        assertThat(made.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(Files.readString(folder.resolve("gateway.pem"))).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("gateway.p12"))))
                .isEqualTo("rw-------");

        assertThat(OwnCertificate.loadOrMake(folder, List.of(), today).fingerprint())
                .isEqualTo(made.fingerprint());
        Clock nearItsEnd = Clock.offset(today, Duration.ofDays(1070));
        assertThat(OwnCertificate.loadOrMake(folder, List.of(), nearItsEnd).fingerprint())
                .isNotEqualTo(made.fingerprint());
    }

    @Test
    void tlsIsOnAsSoonAsOthersCanListen() {
        InetAddress everywhere = new InetSocketAddress(0).getAddress();
        InetAddress loopback = InetAddress.getLoopbackAddress();
        assertThat(TlsConfiguration.isWanted(Tls.Mode.AUTO, loopback)).isFalse();
        assertThat(TlsConfiguration.isWanted(Tls.Mode.AUTO, everywhere)).isTrue();
        assertThat(TlsConfiguration.isWanted(Tls.Mode.AUTO, null)).isTrue();
        assertThat(TlsConfiguration.isWanted(Tls.Mode.ON, loopback)).isTrue();
        assertThat(TlsConfiguration.isWanted(Tls.Mode.OFF, everywhere)).isFalse();
    }
}
