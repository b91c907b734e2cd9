package vn.thidua.platform.web.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.web.command.CommandRequest;
import vn.thidua.platform.web.command.UploadRequest;
import vn.thidua.platform.web.problem.Problem;
import vn.thidua.platform.web.read.PageRequest;

/** Describes what every endpoint has by itself: headers, pages, problems, who may call it. */
public final class Described implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";
    private static final String POSITION = "X-Position";
    private static final String FILE = "application/octet-stream";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        @Nullable Access access = method.getMethodAnnotation(Access.class);
        if (access != null) {
            operation.description(words(access));
            operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
        }
        boolean command = takes(method, CommandRequest.class) || takes(method, UploadRequest.class);
        if (command) {
            operation.addParametersItem(header("Idempotency-Key", "8 to 128 printable characters; best a UUID"));
            operation.addParametersItem(header("If-Match", "the version that was seen, as \"7\""));
        }
        if (command || method.hasMethodAnnotation(GetMapping.class)) {
            operation.addParametersItem(header(POSITION, "wait until this position is seen, as organization:42"));
        }
        if (takesFile(method)) {
            operation.requestBody(new RequestBody()
                    .required(true)
                    .content(new Content()
                            .addMediaType(FILE, new MediaType().schema(new StringSchema().format("binary")))));
        }
        if (takes(method, PageRequest.class)) {
            operation.addParametersItem(query(
                    "limit",
                    new IntegerSchema()._default(50).minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(200))));
            operation.addParametersItem(query("cursor", new StringSchema()));
        }
        operation.getResponses().addApiResponse("default", problem());
        return operation;
    }

    @Override
    public void customise(OpenAPI description) {
        if (description.getComponents() == null) {
            description.components(new Components());
        }
        description
                .getComponents()
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(description.getComponents()::addSchemas);
    }

    /** Whether the body is the bytes of a file, however the method takes it. */
    private static boolean takesFile(HandlerMethod method) {
        @Nullable PostMapping post = method.getMethodAnnotation(PostMapping.class);
        return post != null && Arrays.asList(post.consumes()).contains(FILE);
    }

    private static String words(Access access) {
        String who = Stream.concat(
                        Arrays.stream(access.roles()).map(Enum::name),
                        Arrays.stream(access.scopes()).map(scope -> "scope " + scope))
                .collect(Collectors.joining(", "));
        return "Access: " + access.relation() + (who.isEmpty() ? "" : " (" + who + ")");
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.stream(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(type::equals);
    }

    private static Parameter header(String name, String description) {
        return new Parameter().in("header").name(name).description(description).schema(new StringSchema());
    }

    private static Parameter query(String name, Schema<?> schema) {
        return new Parameter().in("query").name(name).schema(schema);
    }

    private static ApiResponse problem() {
        return new ApiResponse()
                .description("A problem, RFC 9457")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }
}
