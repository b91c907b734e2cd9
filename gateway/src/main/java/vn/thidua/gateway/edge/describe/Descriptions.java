package vn.thidua.gateway.edge.describe;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.gateway.edge.routes.BackingService;
import vn.thidua.gateway.edge.routes.BackingServices;
import vn.thidua.gateway.edge.routes.ServiceAddress;
import vn.thidua.platform.hosting.Contexts;
import vn.thidua.platform.web.openapi.OpenApiPage;

/** Answers with one description of everything behind the gateway, asked for anew every minute. */
final class Descriptions implements HandlerFunction<ServerResponse> {

    private static final Logger LOG = LoggerFactory.getLogger(Descriptions.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();
    /** While one is missing, it is looked for more often. */
    private static final long INCOMPLETE_NANOS = Duration.ofSeconds(2).toNanos();

    private final BackingServices services;
    private final HttpClient http;
    private final JsonMapper mapper;
    private final ObjectProvider<OpenApiPage> own;
    private final ObjectProvider<Contexts> contexts;
    private final Map<String, ObjectNode> known = new HashMap<>();
    private byte @Nullable [] made;
    private long madeAt;
    private boolean complete;

    Descriptions(
            BackingServices services,
            HttpClient http,
            JsonMapper mapper,
            ObjectProvider<OpenApiPage> own,
            ObjectProvider<Contexts> contexts) {
        this.services = services;
        this.http = http;
        this.mapper = mapper;
        this.own = own;
        this.contexts = contexts;
    }

    @Override
    public ServerResponse handle(ServerRequest request) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(whole(request.servletRequest()));
    }

    private synchronized byte[] whole(HttpServletRequest request) {
        byte[] last = made;
        if (last != null && System.nanoTime() - madeAt < (complete ? FRESH_NANOS : INCOMPLETE_NANOS)) {
            return last;
        }
        List<String> missing = new ArrayList<>();
        complete = true;
        for (BackingService service : services.all()) {
            for (String context : service.contexts()) {
                Optional<ObjectNode> description = ask(service, context);
                complete &= description.isPresent();
                description.ifPresent(found -> known.put(context, found));
                if (!known.containsKey(context)) {
                    missing.add(context);
                }
            }
        }
        own.ifAvailable(page -> contexts.ifAvailable(here ->
                here.all().forEach(runtime -> describe(page, runtime.spec().name(), request))));
        byte[] joined = mapper.writeValueAsBytes(Joined.of(mapper, known, missing));
        made = joined;
        madeAt = System.nanoTime();
        return joined;
    }

    private void describe(OpenApiPage page, String context, HttpServletRequest request) {
        try {
            byte @Nullable [] description = page.describe(context, request).getBody();
            if (description != null) {
                known.put(context, (ObjectNode) mapper.readTree(description));
            }
        } catch (IOException | JacksonException e) {
            LOG.warn("the description of {} cannot be made", context, e);
        }
    }

    private Optional<ObjectNode> ask(BackingService service, String context) {
        Optional<ServiceAddress> address = service.next(List.of());
        if (address.isEmpty()) {
            return Optional.empty();
        }
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(address.get().base() + "/api/v1/" + context + "/openapi.json"))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 && mapper.readTree(answer.body()) instanceof ObjectNode description
                    ? Optional.of(description)
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            LOG.warn(
                    "{} gives no description of {}: {}",
                    service.name(),
                    context,
                    e.getClass().getSimpleName());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
