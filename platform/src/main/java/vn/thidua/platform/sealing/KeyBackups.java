package vn.thidua.platform.sealing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The files of keys in one directory, which is not the one of the streams' backups. A file that is older than an erasure
 * must not stay: it would bring the key back.
 */
public final class KeyBackups {

    private static final String PREFIX = "keys-";
    private static final String SUFFIX = ".jsonl";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path directory;
    private final MongoKeyRing ring;

    /**
     * @param directory made if it is missing
     */
    public KeyBackups(Path directory, MongoKeyRing ring) {
        this.directory = directory;
        this.ring = ring;
    }

    /**
     * Writes all keys as they are now into a new file, readable for this account alone. It is whole and on the disk, or
     * it is not there.
     */
    public Path write(Instant now) throws IOException {
        Files.createDirectories(directory);
        while (true) {
            long before = ring.tombstones();
            Path file;
            try {
                file = writeOnce(now);
            } catch (NoSuchFileException e) {
                // another process rewrote the directory and took it for a broken-off one
                continue;
            }
            if (ring.tombstones() == before) {
                return file;
            }
            // a key was destroyed while it was being written, by someone who may not have seen this file
            Files.deleteIfExists(file);
        }
    }

    private Path writeOnce(Instant now) throws IOException {
        String name =
                PREFIX + STAMP.format(now) + "-" + UUID.randomUUID().toString().substring(0, 8);
        Path unfinished = directory.resolve(name + ".part");
        try {
            try (FileChannel channel =
                    FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ownerOnly(unfinished);
                var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                ring.exportKeys(out);
                out.flush();
                channel.force(true);
            }
            Path file = Files.move(unfinished, directory.resolve(name + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
            forceDirectory();
            return file;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** The files, the newest first. */
    public List<Path> list() throws IOException {
        return list(directory);
    }

    private static List<Path> list(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(KeyBackups::isOurs)
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .toList();
        }
    }

    /** The one that a restore takes. */
    public Optional<Path> newest() throws IOException {
        return newest(directory);
    }

    static Optional<Path> newest(Path directory) throws IOException {
        return list(directory).stream().findFirst();
    }

    /**
     * After an erasure, in every place where keys are kept: writes a new file and then deletes all earlier ones, also
     * those that a broken-off run left half written. Called again it does no harm.
     *
     * @return the new file; nothing if there was none to write anew
     */
    public Optional<Path> rewrite(Instant now) throws IOException {
        List<Path> earlier;
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(directory)) {
            earlier = files.filter(file -> isOurs(file) || isUnfinished(file)).toList();
        }
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        Path fresh = write(now);
        for (Path file : earlier) {
            Files.deleteIfExists(file);
        }
        forceDirectory();
        return Optional.of(fresh);
    }

    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    private static boolean isUnfinished(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(PREFIX) && name.endsWith(".part");
    }

    private static void ownerOnly(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private void forceDirectory() throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
