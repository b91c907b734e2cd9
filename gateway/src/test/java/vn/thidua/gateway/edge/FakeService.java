package vn.thidua.gateway.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands for a service: answers as it is told, and keeps what it was asked. */
final class FakeService implements AutoCloseable {

    /**
     * What came in.
     *
     * @param headers names in lower case
     */
    record Asked(String method, String address, Map<String, List<String>> headers, long bytes) {

        List<String> header(String name) {
            return headers.getOrDefault(name, List.of());
        }
    }

    private final Map<String, HttpHandler> handlers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile int readiness = 200;
    private HttpServer server;

    FakeService() {
        server = open(0);
    }

    private HttpServer open(int port) {
        try {
            HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            opened.createContext("/", this::handle);
            opened.start();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/actuator/")) {
            exchange.sendResponseHeaders(readiness, -1);
            exchange.close();
            return;
        }
        handlers.getOrDefault(path, FakeService::notThere).handle(exchange);
    }

    private static void notThere(HttpExchange exchange) throws IOException {
        answer(exchange, 404, "nothing at " + exchange.getRequestURI());
    }

    /** Reads the whole body and keeps what was asked. */
    Asked take(HttpExchange exchange) throws IOException {
        long bytes = exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(exchange.getRequestHeaders());
        var taken =
                new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, bytes);
        asked.add(taken);
        return taken;
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    void on(String path, HttpHandler handler) {
        handlers.put(path, handler);
    }

    /** Takes the request and answers "done". */
    void onAnything(String path) {
        on(path, exchange -> {
            take(exchange);
            answer(exchange, 200, "done");
        });
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    void forget() {
        asked.clear();
    }

    void readiness(int status) {
        readiness = status;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String address() {
        return "http://127.0.0.1:" + port();
    }

    /** Nobody listens there any more. */
    void stop() {
        server.stop(0);
    }

    /** At the same port. */
    void startAgain() {
        server = open(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
