package vn.thidua.gateway.edge.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import vn.thidua.platform.security.UnknownResourceException;

/**
 * The dashboard, from a folder: what stands below {@code /assets} has a name that changes with its content and is kept for
 * a year; the page itself is asked for each time. An address without a file and without an extension is one of the page's
 * own.
 */
final class DashboardFiles implements HandlerFunction<ServerResponse> {

    private static final Map<String, MediaType> TYPES = Map.ofEntries(
            Map.entry("html", new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8)),
            Map.entry("js", MediaType.valueOf("text/javascript;charset=UTF-8")),
            Map.entry("css", MediaType.valueOf("text/css;charset=UTF-8")),
            Map.entry("json", MediaType.APPLICATION_JSON),
            Map.entry("webmanifest", MediaType.valueOf("application/manifest+json")),
            Map.entry("txt", MediaType.valueOf("text/plain;charset=UTF-8")),
            Map.entry("svg", MediaType.valueOf("image/svg+xml")),
            Map.entry("png", MediaType.IMAGE_PNG),
            Map.entry("jpg", MediaType.IMAGE_JPEG),
            Map.entry("webp", MediaType.valueOf("image/webp")),
            Map.entry("ico", MediaType.valueOf("image/x-icon")),
            Map.entry("woff2", MediaType.valueOf("font/woff2")),
            Map.entry("woff", MediaType.valueOf("font/woff")));

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl ASK_AGAIN = CacheControl.noCache();

    private final Path folder;

    DashboardFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public ServerResponse handle(ServerRequest request) throws IOException {
        String path = request.path();
        Optional<Path> file = find(path);
        if (file.isPresent()) {
            return answer(new FileSystemResource(file.get()), path.startsWith("/assets/") ? FOR_EVER : ASK_AGAIN);
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (last.contains(".") || path.startsWith("/assets/")) {
            throw UnknownResourceException.unknown();
        }
        Path index = folder.resolve("index.html");
        return Files.isRegularFile(index)
                ? answer(new FileSystemResource(index), ASK_AGAIN)
                : ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .contentType(type("index.html"))
                        .cacheControl(CacheControl.noStore())
                        .body(new ClassPathResource("edge/no-dashboard.html"));
    }

    /** A file within the folder, also after links have been followed; nothing hidden. */
    private Optional<Path> find(String path) throws IOException {
        try {
            Path wanted = folder.resolve(path.substring(1)).normalize();
            if (!wanted.startsWith(folder) || wanted.equals(folder) || isHidden(folder.relativize(wanted))) {
                return Optional.empty();
            }
            return Files.isRegularFile(wanted) && wanted.toRealPath().startsWith(folder.toRealPath())
                    ? Optional.of(wanted)
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static ServerResponse answer(Resource file, CacheControl cache) throws IOException {
        return ServerResponse.ok()
                .contentType(type(String.valueOf(file.getFilename())))
                .cacheControl(cache)
                // weak: a strong one would keep the server from compressing
                .eTag("W/\"" + Long.toHexString(file.lastModified()) + "-" + Long.toHexString(file.contentLength())
                        + "\"")
                .body(file);
    }

    static MediaType type(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(extension, MediaType.APPLICATION_OCTET_STREAM);
    }
}
