package vn.thidua.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Says who has taken a port. */
final class PortOwner {

    private static final String LISTENING = "0A";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private PortOwner() {}

    /** Whether a service can have this port of the loopback interface. */
    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // connections that have just ended must not look like somebody who listens
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The same, but waits for a service of this installation that has lost its launcher and finishes what it has begun;
     * at most 20 s.
     */
    static boolean isFreeSoon(int port, Home home) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isFree(port)) {
            if (System.nanoTime() > end
                    || !find(port).map(owner -> isOf(owner, home)).orElse(false)) {
                // it may have ended between the two questions
                return isFree(port);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private static boolean isOf(ProcessHandle process, Home home) {
        return process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains("-Dthidua.home=" + home.folder()))
                .orElse(false);
    }

    /** What to say about a port that is taken. */
    static Refusal taken(ServiceDefinition service, int port) {
        String owner = find(port)
                .map(process -> process.info()
                                .command()
                                .map(command -> Path.of(command).getFileName().toString())
                                .orElse("?")
                        + ", pid " + process.pid())
                .orElse("?");
        return new Refusal(
                Refusal.UNUSABLE,
                "Cổng " + port + " của " + service.name() + " đang bị chương trình khác dùng (" + owner + ").",
                "port " + port + " of " + service.name() + " is taken by another process (" + owner
                        + "): end it, or choose another port with " + service.portVariable());
    }

    /** Linux only, and only processes of the same user. */
    static Optional<ProcessHandle> find(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            collect(Path.of(table), port, sockets);
        }
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), sockets))
                .findFirst();
    }

    private static void collect(Path table, int port, Set<String> sockets) {
        String wanted = ":" + String.format(Locale.ROOT, "%04X", port);
        try {
            for (String line : Files.readAllLines(table, StandardCharsets.US_ASCII)) {
                String[] fields = line.strip().split(" +", -1);
                // sl local remote state queues timer retransmits uid timeout inode
                if (fields.length > 9 && fields[1].endsWith(wanted) && fields[3].equals(LISTENING)) {
                    sockets.add("socket:[" + fields[9] + "]");
                }
            }
        } catch (IOException e) {
            // another system: nobody can be named
        }
    }

    private static boolean holds(long pid, Set<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path file : files) {
                if (Files.isSymbolicLink(file)
                        && sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
        } catch (IOException e) {
            // somebody else's, or gone meanwhile
        }
        return false;
    }
}
