package vn.thidua.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Objects;

/** Keys for signing: a JWK set with private parts, in a file that only its owner reads. */
public final class SigningKeys {

    private SigningKeys() {}

    /** A new EC P-256 key whose id is its thumbprint. */
    public static JWKSet fresh() {
        try {
            return new JWKSet(new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("this JVM makes no EC P-256 key", e);
        }
    }

    /**
     * The keys of the file; a fresh one is written there if it is missing. Of two processes that start at once, one
     * writes and the other reads.
     *
     * @throws IllegalStateException if the file holds no JWK set
     */
    public static JWKSet loadOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return JWKSet.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            // the cause would quote the file
            throw new IllegalStateException("no JWK set in " + file);
        }
    }

    private static void create(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, file.getFileName().toString(), ".new", ownerOnly(folder));
        try {
            Files.writeString(draft, fresh().toString(false));
            // a link, unlike a move, never replaces what another process has just written
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // the other one was faster: its key counts
            return;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
