package vn.thidua.platform.web.openapi;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.platform.security.UnknownResourceException;

/**
 * Describes one context: what springdoc has found in the whole service, without the other contexts. It is open: it says
 * what can be asked, and nothing that is answered.
 */
@Hidden
@RestController
public class OpenApiPage {

    private final OpenApiWebMvcResource whole;
    private final JsonMapper mapper;
    private final Map<String, byte[]> made = new ConcurrentHashMap<>();

    public OpenApiPage(OpenApiWebMvcResource whole, JsonMapper mapper) {
        this.whole = whole;
        this.mapper = mapper;
    }

    /** The description; made once, at the first call. */
    @GetMapping(path = "/api/v1/{context}/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<byte[]> describe(@PathVariable String context, HttpServletRequest request)
            throws IOException {
        byte[] known = made.get(context);
        if (known == null) {
            known = make(context, request);
            made.put(context, known);
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(known);
    }

    private byte[] make(String context, HttpServletRequest request) throws IOException {
        byte[] all = whole.openapiJson(request, "/api/v1/" + context + "/openapi.json", Locale.ROOT);
        var description = (ObjectNode) mapper.readTree(all);
        if (!OneContext.reduce(description, context)) {
            throw UnknownResourceException.unknown();
        }
        return mapper.writeValueAsBytes(description);
    }
}
