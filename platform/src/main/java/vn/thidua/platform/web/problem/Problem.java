package vn.thidua.platform.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.thidua.platform.values.Rejection;

/**
 * The body of every answer that is none: RFC 9457.
 *
 * @param type {@code https://thidua.vn/problems/<code>}; stable
 * @param current the resource as it stands, where the caller has seen another version of it
 * @param instance {@code urn:request:<id>}; absent in a 404, whose bytes must not tell one from another
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "titleEn", "status", "detail", "detailEn", "errors", "current", "instance"})
public record Problem(
        String type,
        String title,
        String titleEn,
        int status,
        String detail,
        String detailEn,
        List<FieldProblem> errors,
        @Nullable Object current,
        @Nullable String instance) {

    private static final String TYPES = "https://thidua.vn/problems/";

    public Problem {
        errors = List.copyOf(errors);
    }

    /** One of the platform's own. */
    public static Problem of(ProblemType type, String request, List<FieldProblem> errors) {
        return new Problem(
                TYPES + type.code(),
                type.title(),
                type.titleEn(),
                type.status().value(),
                type.detail(),
                type.detailEn(),
                errors,
                null,
                type == ProblemType.NOT_FOUND ? null : instance(request));
    }

    /**
     * One that only one service knows.
     *
     * @param code last part of the type; stable
     * @param request id of the request
     */
    public static Problem own(
            HttpStatus status,
            String code,
            String title,
            String titleEn,
            String detail,
            String detailEn,
            String request) {
        return new Problem(
                TYPES + code, title, titleEn, status.value(), detail, detailEn, List.of(), null, instance(request));
    }

    /** The domain's refusal. What is unknown is answered as everything unknown is. */
    public static Problem of(Rejection rejection, String request) {
        HttpStatus status = status(rejection.kind());
        if (status == HttpStatus.NOT_FOUND) {
            return of(ProblemType.NOT_FOUND, request, List.of());
        }
        List<FieldProblem> errors = rejection
                .field()
                .map(field -> List.of(new FieldProblem(field, rejection.vietnamese(), rejection.english())))
                .orElse(List.of());
        return new Problem(
                TYPES + rejection.code(),
                titleOf(rejection.kind()).title(),
                titleOf(rejection.kind()).titleEn(),
                status.value(),
                rejection.vietnamese(),
                rejection.english(),
                errors,
                null,
                instance(request));
    }

    /** The same, with the resource as it stands. */
    Problem with(Object standing) {
        return new Problem(type, title, titleEn, status, detail, detailEn, errors, standing, instance);
    }

    private static String instance(String request) {
        return "urn:request:" + request;
    }

    private static HttpStatus status(Rejection.Kind kind) {
        return titleOf(kind).status();
    }

    private static ProblemType titleOf(Rejection.Kind kind) {
        return switch (kind) {
            case UNKNOWN -> ProblemType.NOT_FOUND;
            case INVALID -> ProblemType.INVALID;
            case CONFLICT -> ProblemType.NOT_AS_THINGS_STAND;
            case NOT_ALLOWED -> ProblemType.NOT_ALLOWED;
        };
    }
}
