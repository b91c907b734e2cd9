package vn.thidua.gateway.edge.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A certificate that nobody vouches for, made once and kept, so that whoever has compared its fingerprint need not do so
 * again. The JDK's own keytool makes it: no library of ours writes certificates.
 */
public final class OwnCertificate {

    /** The file's rights guard the key; a password beside it would guard nothing. */
    static final String PASSWORD = "kept-by-file-rights";

    private static final String FILE = "gateway.p12";
    private static final String ALIAS = "gateway";
    private static final int DAYS = 1095;
    private static final Duration TOO_SHORT = Duration.ofDays(30);
    private static final int PATIENCE_SECONDS = 60;

    private final KeyStore store;
    private final X509Certificate certificate;

    private OwnCertificate(KeyStore store, X509Certificate certificate) {
        this.store = store;
        this.certificate = certificate;
    }

    /**
     * The one that is kept, or a new one if there is none or it ends within 30 days.
     *
     * @param names hosts and addresses that it is for, beside those of this machine
     * @throws IllegalStateException if it can be neither read nor made
     */
    public static OwnCertificate loadOrMake(Path folder, List<String> names, Clock clock) {
        Path file = folder.resolve(FILE);
        try {
            if (Files.exists(file)) {
                OwnCertificate kept = load(file);
                if (kept.certificate
                        .getNotAfter()
                        .toInstant()
                        .isAfter(clock.instant().plus(TOO_SHORT))) {
                    return kept;
                }
            }
            make(folder, file, names);
            OwnCertificate made = load(file);
            Files.writeString(folder.resolve("gateway.pem"), made.pem());
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificate in " + file + " cannot be read", e);
        }
    }

    /** The one that is kept, if there is one. */
    public static Optional<OwnCertificate> kept(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Files.exists(file) ? Optional.of(load(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificate in " + file + " cannot be read", e);
        }
    }

    private static OwnCertificate load(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        Certificate certificate = store.getCertificate(ALIAS);
        if (!(certificate instanceof X509Certificate known)) {
            throw new GeneralSecurityException("no certificate called " + ALIAS);
        }
        return new OwnCertificate(store, known);
    }

    private static void make(Path folder, Path file, List<String> names) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        Path draft = folder.resolve("gateway.p12.new");
        Files.deleteIfExists(draft);
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-sigalg",
                "SHA256withECDSA",
                "-dname",
                "CN=Thi Dua gateway",
                "-ext",
                "SAN=" + alternatives(names),
                "-ext",
                "KU=digitalSignature",
                "-ext",
                "EKU=serverAuth",
                "-validity",
                String.valueOf(DAYS),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                draft.toString());
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        keytool.getOutputStream().close();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!keytool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IllegalStateException("keytool has made no certificate: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a certificate was made", e);
        }
        if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String alternatives(List<String> names) {
        Set<String> all = new LinkedHashSet<>(List.of("localhost", "127.0.0.1"));
        all.addAll(names);
        try {
            InetAddress here = InetAddress.getLocalHost();
            all.add(here.getHostName());
            all.add(here.getHostAddress());
        } catch (UnknownHostException e) {
            // a machine that does not know its own name is reached by the names that were given
        }
        return all.stream()
                .filter(name -> name.matches("[A-Za-z0-9.:-]+") && !name.equals("0.0.0.0") && !name.equals("::"))
                .map(name -> (name.contains(":") || name.matches("[0-9.]+") ? "ip:" : "dns:") + name)
                .collect(Collectors.joining(","));
    }

    /** With the key, under {@link #PASSWORD}. */
    KeyStore store() {
        return store;
    }

    /** SHA-256, as browsers show it: {@code AB:CD:...}. */
    public String fingerprint() {
        return fingerprint(certificate);
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").formatHex(hash).toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no fingerprint of the certificate", e);
        }
    }

    private String pem() throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
