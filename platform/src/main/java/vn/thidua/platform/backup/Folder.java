package vn.thidua.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder of backups: {@code thidua-backup.json} says whose they are, {@code backups} holds a manifest each, {@code
 * parts} the files that they consist of. A manifest is two lines: what it says, and the HMAC of that line.
 */
final class Folder {

    static final String UNFINISHED = ".part";

    private static final String SUFFIX = ".jsonl";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final String installation;
    private final SecretKey secret;

    Folder(Path folder, String installation, SecretKey secret) {
        this.folder = folder;
        this.installation = installation;
        this.secret = secret;
    }

    private record Owner(String format, String installation) {}

    private record Seal(String mac) {}

    Path parts() {
        return folder.resolve("parts");
    }

    private Path manifests() {
        return folder.resolve("backups");
    }

    private Path owner() {
        return folder.resolve("thidua-backup.json");
    }

    /** Makes it, if it is empty or not there; refuses one that belongs to somebody else. */
    void claim() {
        try {
            Files.createDirectories(folder);
            if (!Files.exists(owner())) {
                Path unfinished = unfinished(owner());
                try (Stream<Path> files = Files.list(folder)) {
                    // the first backup may have been killed while it wrote whose the folder is
                    if (files.anyMatch(file -> !file.equals(folder.resolve("lock")) && !file.equals(unfinished))) {
                        throw new BackupRefusedException(
                                "Thư mục " + folder + " không trống và không phải nơi sao lưu. Hãy chọn thư mục trống.",
                                folder + " is not empty, and no folder of backups: take an empty one");
                    }
                }
                writeWhole(owner(), JSON.writeValueAsBytes(new Owner(Manifest.FORMAT, installation)));
            }
            requireOurs();
            Files.createDirectories(parts());
            Files.createDirectories(manifests());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses what is no folder of backups, or another installation's. */
    void requireOurs() {
        Owner whose;
        try {
            if (!Files.exists(owner())) {
                throw new BackupRefusedException(
                        "Không có bản sao lưu nào trong " + folder + ". Hãy kiểm tra đường dẫn.",
                        "there is no backup in " + folder + ": look at the path");
            }
            whose = JSON.readValue(Files.readAllBytes(owner()), Owner.class);
        } catch (JacksonException e) {
            throw BackupRefusedException.damaged("thidua-backup.json", "không đọc được", "cannot be read");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Manifest.FORMAT.equals(whose.format())) {
            throw new BackupRefusedException(
                    "Bản sao lưu có định dạng " + whose.format() + ", phiên bản này chỉ đọc " + Manifest.FORMAT + ".",
                    "the format is " + whose.format() + ", and this version reads " + Manifest.FORMAT);
        }
        if (!installation.equals(whose.installation())) {
            throw new BackupRefusedException(
                    "Bản sao lưu thuộc bản cài đặt " + whose.installation() + ", không phải " + installation
                            + ". Hãy đặt đúng thư mục data/secrets của bản cài đặt đó.",
                    "the backup is of the installation " + whose.installation() + ", not of " + installation
                            + ": put the folder data/secrets of that one in place");
        }
    }

    /** Held as long as one works here. */
    FileChannel lock() {
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean held = false;
            try {
                held = channel.tryLock() != null;
            } catch (OverlappingFileLockException e) {
                // this process has it already
            }
            if (!held) {
                channel.close();
                throw new BackupRefusedException(
                        "Một tiến trình khác đang dùng " + folder + ". Hãy đợi cho đến khi xong.",
                        "another process works on " + folder + ": wait until it has ended");
            }
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids of the backups, the newest first. One that is broken off has none. */
    List<String> ids() {
        if (!Files.isDirectory(manifests())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(manifests())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a backup consists of.
     *
     * @throws BackupRefusedException if the manifest is not as it was written
     */
    Manifest read(String id) {
        String name = id + SUFFIX;
        try {
            if (!ids().contains(id)) {
                throw new BackupRefusedException(
                        "Không có bản sao lưu " + id + ". Hiện có: " + ids(),
                        "there is no backup " + id + "; there are " + ids());
            }
            List<String> lines = new String(Files.readAllBytes(manifests().resolve(name)), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (lines.size() != 2) {
                throw BackupRefusedException.damaged(name, "bị cắt", "is cut off");
            }
            byte[] said = lines.getFirst().getBytes(StandardCharsets.UTF_8);
            String mac = JSON.readValue(lines.getLast(), Seal.class).mac();
            if (!MessageDigest.isEqual(HexFormat.of().parseHex(mac), Digests.mac(secret, said))) {
                throw BackupRefusedException.damaged(
                        name, "không khớp chữ ký của bản cài đặt", "does not fit the secret of the installation");
            }
            return JSON.readValue(said, Manifest.class);
        } catch (JacksonException | IllegalArgumentException e) {
            throw BackupRefusedException.damaged(name, "không đọc được", "cannot be read");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last step of a backup: from now on it counts. */
    void write(Manifest manifest) {
        byte[] said = JSON.writeValueAsBytes(manifest);
        byte[] seal = JSON.writeValueAsBytes(new Seal(HexFormat.of().formatHex(Digests.mac(secret, said))));
        byte[] all = new byte[said.length + seal.length + 2];
        System.arraycopy(said, 0, all, 0, said.length);
        all[said.length] = '\n';
        System.arraycopy(seal, 0, all, said.length + 1, seal.length);
        all[all.length - 1] = '\n';
        try {
            writeWhole(manifests().resolve(manifest.id() + SUFFIX), all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes away what a broken-off backup has left: files that no manifest names. */
    void sweep(List<Manifest> manifests) {
        Set<String> named = new HashSet<>();
        manifests.forEach(manifest -> manifest.parts().forEach(part -> named.add(part.file())));
        try (Stream<Path> files = Files.list(parts())) {
            for (Path file : new ArrayList<>(files.toList())) {
                if (!named.contains(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeWhole(Path file, byte[] bytes) throws IOException {
        Path unfinished = unfinished(file);
        Files.deleteIfExists(unfinished);
        try (FileChannel channel =
                FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ownerOnly(unfinished);
            ByteBuffer all = ByteBuffer.wrap(bytes);
            while (all.hasRemaining()) {
                channel.write(all);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        force(file.toAbsolutePath().normalize().resolveSibling("."));
    }

    private static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }

    static void ownerOnly(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    static void force(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
