package vn.thidua.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where everything of one installation lies.
 *
 * @param folder {@code data} must be kept; {@code logs} may go; {@code run} belongs to the running process
 */
public record Home(Path folder) {

    public Path data() {
        return folder.resolve("data");
    }

    Path secrets() {
        return data().resolve("secrets");
    }

    Path signingKeys() {
        return secrets().resolve("signing-keys.json");
    }

    /** The certificate that the gateway has made for itself. */
    Path tls() {
        return data().resolve("tls");
    }

    Path choice() {
        return data().resolve("choice.json");
    }

    public Path mongod() {
        return data().resolve("mongodb");
    }

    Path embedded() {
        return data().resolve("embedded").resolve("store");
    }

    public Path kafka() {
        return data().resolve("kafka");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path state() {
        return folder.resolve("run").resolve("state.json");
    }

    /** The password of the first administrator, until it has been shown. */
    Path firstPassword() {
        return folder.resolve("run").resolve("first-password");
    }

    /** Held as long as the process lives, so that there is never a second one on this data. */
    Path lock() {
        return folder.resolve("run").resolve("lock");
    }

    /** Names the build that the running process was started from; the script leaves that one alone. */
    Path build() {
        return folder.resolve("run").resolve("build");
    }

    /** Makes the folders; nobody else may look into them. */
    void prepare() {
        try {
            for (Path path : new Path[] {data(), logs(), state().getParent()}) {
                Files.createDirectories(path);
                if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
                }
            }
            Files.createDirectories(embedded().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
