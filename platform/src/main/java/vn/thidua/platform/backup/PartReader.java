package vn.thidua.platform.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.bson.RawBsonDocument;
import vn.thidua.platform.backup.Manifest.Part;

/** Reads one file of a backup, document by document, and knows at its end whether it is as it was written. */
final class PartReader {

    private static final int LENGTH = 4;
    /** The server takes 16 MB. */
    private static final int LARGEST = 17 * 1024 * 1024;

    private PartReader() {}

    /**
     * Hands on all documents.
     *
     * @throws BackupRefusedException if the file is not as it was written; what was handed on by then counts for nothing
     */
    static void read(Path parts, Part part, Consumer<RawBsonDocument> to) {
        Path file = parts.resolve(part.file());
        MessageDigest digest = Digests.sha256();
        long documents = 0;
        if (!Files.isRegularFile(file)) {
            throw BackupRefusedException.damaged(part.file(), "không còn", "is missing");
        }
        try (InputStream in =
                new DigestInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 18), digest)) {
            if (Files.size(file) != part.bytes()) {
                throw BackupRefusedException.damaged(
                        part.file(),
                        "không đúng độ dài",
                        "is " + Files.size(file) + " bytes long, not " + part.bytes());
            }
            byte[] head = new byte[LENGTH];
            while (in.readNBytes(head, 0, LENGTH) == LENGTH) {
                int length =
                        ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
                if (length < LENGTH + 1 || length > LARGEST) {
                    throw changed(part);
                }
                byte[] whole = new byte[length];
                System.arraycopy(head, 0, whole, 0, LENGTH);
                if (in.readNBytes(whole, LENGTH, length - LENGTH) < length - LENGTH || whole[length - 1] != 0) {
                    throw changed(part);
                }
                to.accept(new RawBsonDocument(whole));
                documents++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (documents != part.documents()
                || !HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
            throw changed(part);
        }
    }

    private static BackupRefusedException changed(Part part) {
        return BackupRefusedException.damaged(part.file(), "không khớp mã kiểm tra", "does not fit its checksum");
    }
}
