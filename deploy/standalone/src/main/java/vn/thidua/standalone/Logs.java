package vn.thidua.standalone;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Shows the log, and keeps small what rotates by itself nowhere. */
final class Logs {

    private static final long LARGEST_BYTES = 10_000_000;
    private static final int KEPT = 3;
    private static final int LONGEST_LINE_BYTES = 500;

    private final Launcher launcher;

    Logs(Launcher launcher) {
        this.launcher = launcher;
    }

    int run(Call.ShowLogs call) throws IOException, InterruptedException {
        Path file = launcher.home().logs().resolve("thidua.log");
        if (!Files.exists(file)) {
            throw new Refusal(Refusal.NOT_RUNNING, "Chưa có nhật ký " + file, "there is no log yet: " + file);
        }
        long seen = showEnd(file, call.lines());
        while (call.follow()) {
            Thread.sleep(200);
            long size = Files.exists(file) ? Files.size(file) : 0;
            // a new file has taken its place
            seen = size < seen ? 0 : seen;
            if (size > seen) {
                seen = show(file, seen, size);
            }
        }
        return 0;
    }

    private long showEnd(Path file, int lines) throws IOException {
        long size = Files.size(file);
        long from = Math.max(0, size - (long) lines * LONGEST_LINE_BYTES);
        byte[] bytes = read(file, from, size);
        int begin = bytes.length;
        for (int left = lines; begin > 0; begin--) {
            if (bytes[begin - 1] == '\n' && begin < bytes.length && --left == 0) {
                break;
            }
        }
        System.out.write(bytes, begin, bytes.length - begin);
        System.out.flush();
        return size;
    }

    private static long show(Path file, long from, long to) throws IOException {
        byte[] bytes = read(file, from, to);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
        return from + bytes.length;
    }

    private static byte[] read(Path file, long from, long to) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(Math.max(0, to - from))];
            open.seek(from);
            open.readFully(bytes);
            return bytes;
        }
    }

    /** Puts a large file aside, and drops the oldest one put aside; called before somebody appends to it. */
    static void rotate(Path file) {
        try {
            if (!Files.exists(file) || Files.size(file) < LARGEST_BYTES) {
                return;
            }
            for (int i = KEPT; i > 0; i--) {
                Path older = i == 1 ? file : file.resolveSibling(file.getFileName() + "." + (i - 1));
                if (Files.exists(older)) {
                    Files.move(
                            older,
                            file.resolveSibling(file.getFileName() + "." + i),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
