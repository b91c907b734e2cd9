package vn.thidua.platform.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.bson.RawBsonDocument;
import vn.thidua.platform.backup.Manifest.Kind;
import vn.thidua.platform.backup.Manifest.Part;

/** Writes one file of a backup. It is whole and on the disk, or it is not there. */
final class PartWriter implements AutoCloseable {

    private final Kind kind;
    private final String context;
    private final String collection;
    private final Path folder;
    private final Path file;
    private final Path unfinished;
    private final MessageDigest digest = Digests.sha256();
    private final FileChannel channel;
    private final OutputStream out;
    private long bytes;
    private long documents;

    PartWriter(Path folder, String name, Kind kind, String context, String collection) {
        this.kind = kind;
        this.context = context;
        this.collection = collection;
        this.folder = folder;
        this.file = folder.resolve(name);
        this.unfinished = folder.resolve(name + Folder.UNFINISHED);
        try {
            channel = FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Folder.ownerOnly(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out = new DigestOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 18), digest);
    }

    void add(RawBsonDocument document) {
        try {
            var buffer = document.getByteBuffer();
            byte[] all = new byte[buffer.remaining()];
            buffer.get(all);
            out.write(all);
            bytes += all.length;
            documents++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long bytes() {
        return bytes;
    }

    /** Of commits: from where to where they go. */
    Part finish(long from, long next) {
        try {
            out.flush();
            channel.force(true);
            channel.close();
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            Folder.force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Part(
                kind,
                context,
                collection,
                file.getFileName().toString(),
                bytes,
                HexFormat.of().formatHex(digest.digest()),
                documents,
                from,
                next);
    }

    /** Takes away what was not finished. */
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
