package vn.thidua.platform.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares with a file that a person has approved, under {@code src/test/resources/approved}. What was received is
 * written to {@code target/received}; to approve it, copy it over and commit it.
 */
public final class Approved {

    private Approved() {}

    /** Fails unless the text is the approved one; the end of the last line does not count. */
    public static void approve(String name, String received) {
        approve(name, received, Path.of("target/received"));
    }

    static void approve(String name, String received, Path folder) {
        String text = received.stripTrailing() + "\n";
        try (InputStream file = Approved.class.getResourceAsStream("/approved/" + name)) {
            String approved = file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
            if (text.equals(approved)) {
                return;
            }
            Path kept = folder.resolve(name);
            Files.createDirectories(kept.toAbsolutePath().getParent());
            Files.writeString(kept, text);
            throw new AssertionError(
                    (approved == null ? "nothing is approved yet as " : "this is not what was approved as ")
                            + name
                            + "; if it is right, copy " + kept + " to src/test/resources/approved/" + name
                            + "\napproved:\n" + approved + "\nreceived:\n" + text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
