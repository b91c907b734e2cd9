package vn.thidua.torture.fault;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The network between a service and a backend: passes everything on, until it is told to be a bad one. */
public final class Proxy implements AutoCloseable {

    /** How the network is. */
    public enum Mode {
        PASS,
        /** All connections break, and none is accepted. */
        CUT,
        /** Each piece takes its time. */
        SLOW,
        /** Connections stay open, and nothing comes through, not even their end. */
        HALF_OPEN,
        /** Requests come through; instead of the answer the connection breaks. */
        NO_ANSWER
    }

    private static final long SLOW_MILLIS = 150;

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger swallowed = new AtomicInteger();
    private volatile Mode mode = Mode.PASS;
    private volatile boolean closed;

    private Proxy(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    /** Leads a free port of the loopback interface to another one. */
    public static Proxy to(int target) {
        try {
            var server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
            var proxy = new Proxy(server, target);
            Thread.ofPlatform().daemon().name("proxy to " + target).start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where clients connect. */
    public int port() {
        return server.getLocalPort();
    }

    /** How many answers were swallowed. */
    public int swallowed() {
        return swallowed.get();
    }

    /** Changes the network, for connections that stand too. */
    public void mode(Mode to) {
        Mode before = mode;
        mode = to;
        // what was half open has lost pieces: nobody could go on with it
        if (to == Mode.CUT || before == Mode.HALF_OPEN) {
            open.forEach(Proxy::quietly);
        }
    }

    private void accept() {
        while (!closed) {
            try {
                Socket client = server.accept();
                if (mode == Mode.CUT) {
                    reset(client);
                    continue;
                }
                var backend = new Socket();
                try {
                    backend.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 2000);
                } catch (IOException e) {
                    reset(client);
                    backend.close();
                    continue;
                }
                client.setTcpNoDelay(true);
                backend.setTcpNoDelay(true);
                open.add(client);
                open.add(backend);
                Thread.startVirtualThread(() -> copy(client, backend, false));
                Thread.startVirtualThread(() -> copy(backend, client, true));
            } catch (IOException e) {
                if (closed) {
                    return;
                }
            }
        }
    }

    /** Ends it so that the other side notices at once. */
    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private void copy(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[64 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                switch (mode) {
                    case PASS -> out.write(buffer, 0, read);
                    case CUT -> {
                        return;
                    }
                    case SLOW -> {
                        Thread.sleep(SLOW_MILLIS);
                        out.write(buffer, 0, read);
                    }
                    case HALF_OPEN -> {
                        // gone; the other side waits
                    }
                    case NO_ANSWER -> {
                        if (answers) {
                            swallowed.incrementAndGet();
                            return;
                        }
                        out.write(buffer, 0, read);
                    }
                }
            }
        } catch (IOException e) {
            // one of the two has ended
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (mode != Mode.HALF_OPEN) {
                quietly(from);
                quietly(to);
                open.remove(from);
                open.remove(to);
            }
        }
    }

    private static void quietly(Closeable closing) {
        try {
            closing.close();
        } catch (IOException e) {
            // it is of no use any more
        }
    }

    @Override
    public void close() {
        closed = true;
        quietly(server);
        open.forEach(Proxy::quietly);
    }
}
