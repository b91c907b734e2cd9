package vn.thidua.platform.web.read;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.thidua.platform.files.FileContent;

/** Files on their way out; who may have one, the endpoint of what refers to it has decided. */
public final class Downloads {

    private Downloads() {}

    /**
     * The bytes, closed when they are sent: to be saved, never shown as a page of this server. The type is what the bytes
     * say they are, and the browser is told not to guess another.
     */
    public static ResponseEntity<InputStreamResource> of(FileContent content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.file().type().mediaType()))
                .contentLength(content.file().size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(content.file().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new InputStreamResource(content.bytes()));
    }
}
