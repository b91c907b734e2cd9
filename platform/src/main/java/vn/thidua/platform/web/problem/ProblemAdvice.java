package vn.thidua.platform.web.problem;

import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;
import vn.thidua.platform.context.ConflictException;
import vn.thidua.platform.context.VersionMismatchException;
import vn.thidua.platform.eventstore.CommitTooLargeException;
import vn.thidua.platform.eventstore.OnceKeyReusedException;
import vn.thidua.platform.eventstore.StoreUnavailableException;
import vn.thidua.platform.publish.PublicationTooLargeException;
import vn.thidua.platform.security.NotAllowedException;
import vn.thidua.platform.security.OutOfScopeException;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.values.RejectedException;
import vn.thidua.platform.web.RequestIds;

/** Turns whatever is thrown into a problem. Nothing of an exception's own words reaches the caller. */
@RestControllerAdvice
public final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_SECONDS = "5";
    private static final List<FieldProblem> OUTDATED = List.of(new FieldProblem(
            "If-Match", "Không phải phiên bản hiện hành. Hãy tải lại.", "Not the version that stands. Load it again."));
    private static final List<FieldProblem> REUSED = List.of(new FieldProblem(
            "Idempotency-Key",
            "Đã dùng cho yêu cầu khác. Hãy tạo khóa mới.",
            "Used for another request. Make a new one."));

    private final RefusalListener refusals;

    public ProblemAdvice(RefusalListener refusals) {
        this.refusals = refusals;
    }

    /** The answer to anything that was thrown; null if nobody listens any more. */
    @ExceptionHandler(Exception.class)
    public @Nullable ResponseEntity<Problem> answer(Exception thrown, HttpServletRequest request) {
        var headers = new HttpHeaders();
        return switch (thrown) {
            case RejectedException rejected -> rejected(rejected, request);
            case VersionMismatchException mismatch -> {
                headers.setETag("\"" + mismatch.actual() + "\"");
                yield problem(ProblemType.VERSION_MISMATCH, OUTDATED, headers, request, thrown);
            }
            case OutdatedException outdated -> {
                headers.setETag("\"" + outdated.version() + "\"");
                headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
                refused(request, ProblemType.VERSION_MISMATCH);
                Problem problem = Problem.of(ProblemType.VERSION_MISMATCH, RequestIds.of(request), OUTDATED);
                yield new ResponseEntity<>(
                        problem.with(outdated.current()), headers, ProblemType.VERSION_MISMATCH.status());
            }
            case StoreUnavailableException unavailable -> {
                headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
                LOG.warn("the store gave no answer: {}", unavailable.getMessage());
                yield problem(outcome(unavailable), List.of(), headers, request);
            }
            case HttpRequestMethodNotSupportedException method -> {
                headers.putAll(method.getHeaders());
                yield problem(ProblemType.METHOD_NOT_ALLOWED, List.of(), headers, request);
            }
            case HttpMediaTypeNotSupportedException media -> {
                headers.putAll(media.getHeaders());
                yield problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, List.of(), headers, request);
            }
            case AsyncRequestNotUsableException gone -> null;
            case MongoException backend
            when isAway(backend) -> {
                headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
                LOG.warn("the database gave no answer", backend);
                yield problem(ProblemType.STORE_UNAVAILABLE, List.of(), headers, request);
            }
            case UnknownResourceException unknown -> {
                if (unknown.isHidden()) {
                    refusals.refused(request, HttpStatus.NOT_FOUND.value(), "hidden");
                }
                yield problem(ProblemType.NOT_FOUND, List.of(), headers, request);
            }
            default -> problem(classify(thrown), errors(thrown), headers, request, thrown);
        };
    }

    private ResponseEntity<Problem> rejected(RejectedException rejected, HttpServletRequest request) {
        Problem problem = Problem.of(rejected.rejection(), RequestIds.of(request));
        refusals.refused(request, problem.status(), rejected.rejection().code());
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ProblemType outcome(StoreUnavailableException unavailable) {
        return switch (unavailable.outcome()) {
            case NOT_STORED -> ProblemType.STORE_UNAVAILABLE;
            case UNKNOWN -> ProblemType.OUTCOME_UNKNOWN;
        };
    }

    private static boolean isAway(MongoException backend) {
        return backend instanceof MongoTimeoutException
                || backend instanceof MongoOperationTimeoutException
                || backend instanceof MongoExecutionTimeoutException
                || backend instanceof MongoSocketException
                || backend instanceof MongoNotPrimaryException
                || backend instanceof MongoNodeIsRecoveringException;
    }

    private static ProblemType classify(Exception thrown) {
        return switch (thrown) {
            case ProblemException own -> own.type();
            case NotAllowedException none -> ProblemType.NOT_ALLOWED;
            case OutOfScopeException none -> ProblemType.OUT_OF_SCOPE;
            case ConflictException conflict -> ProblemType.CONFLICT;
            case OnceKeyReusedException reused -> ProblemType.IDEMPOTENCY_KEY_REUSED;
            case CommitTooLargeException large -> ProblemType.TOO_LARGE;
            case PublicationTooLargeException large -> ProblemType.TOO_LARGE;
            case MaxUploadSizeExceededException large -> ProblemType.TOO_LARGE;
            case HttpMediaTypeNotAcceptableException none -> ProblemType.NOT_ACCEPTABLE;
            case HttpMessageNotReadableException unreadable -> ProblemType.UNREADABLE;
            case MethodArgumentNotValidException invalid -> ProblemType.INVALID;
            case HandlerMethodValidationException invalid ->
                FieldProblems.isBody(invalid) ? ProblemType.INVALID : ProblemType.MALFORMED_REQUEST;
            case ServletRequestBindingException malformed -> ProblemType.MALFORMED_REQUEST;
            case TypeMismatchException malformed -> ProblemType.MALFORMED_REQUEST;
            case MultipartException malformed -> ProblemType.MALFORMED_REQUEST;
            case ErrorResponse other -> byStatus(other.getStatusCode().value());
            default -> ProblemType.INTERNAL;
        };
    }

    /** The platform's problem for a status that somebody else decided on. */
    public static ProblemType byStatus(int status) {
        return switch (status) {
            case 401 -> ProblemType.UNAUTHENTICATED;
            case 403 -> ProblemType.NOT_ALLOWED;
            case 404 -> ProblemType.NOT_FOUND;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 413 -> ProblemType.TOO_LARGE;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ProblemType.STORE_UNAVAILABLE;
            default -> status >= 400 && status < 500 ? ProblemType.MALFORMED_REQUEST : ProblemType.INTERNAL;
        };
    }

    private static List<FieldProblem> errors(Exception thrown) {
        return switch (thrown) {
            case ProblemException own -> own.errors();
            case OnceKeyReusedException _ -> REUSED;
            case MethodArgumentNotValidException invalid -> FieldProblems.of(invalid);
            case HandlerMethodValidationException invalid -> FieldProblems.of(invalid);
            case HttpMessageNotReadableException unreadable
            when unreadable.getCause() instanceof JacksonException json -> FieldProblems.of(json);
            case HttpMessageNotReadableException _ ->
                List.of(new FieldProblem("body", "Bắt buộc phải có một đối tượng JSON.", "A JSON object is required."));
            case MethodArgumentTypeMismatchException mismatch ->
                List.of(Constraints.ofType(mismatch.getName(), mismatch.getRequiredType()));
            case MissingRequestValueException missing -> List.of(missing(missing));
            default -> List.of();
        };
    }

    private static FieldProblem missing(MissingRequestValueException missing) {
        @Nullable Object @Nullable [] arguments = missing.getDetailMessageArguments();
        String name = arguments == null || arguments.length == 0 ? "request" : String.valueOf(arguments[0]);
        return new FieldProblem(name, "Bắt buộc phải có.", "Required.");
    }

    private ResponseEntity<Problem> problem(
            ProblemType type,
            List<FieldProblem> errors,
            HttpHeaders headers,
            HttpServletRequest request,
            Exception thrown) {
        switch (type.status()) {
            case INTERNAL_SERVER_ERROR -> LOG.error("a request failed", thrown);
            case FORBIDDEN, CONFLICT, PRECONDITION_FAILED -> refused(request, type);
            default -> {
                // what cannot be right is no refusal of something that could be wanted
                if (type == ProblemType.IDEMPOTENCY_KEY_REUSED) {
                    refused(request, type);
                }
            }
        }
        return problem(type, errors, headers, request);
    }

    private void refused(HttpServletRequest request, ProblemType type) {
        refusals.refused(request, type.status().value(), type.code());
    }

    private static ResponseEntity<Problem> problem(
            ProblemType type, List<FieldProblem> errors, HttpHeaders headers, HttpServletRequest request) {
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(Problem.of(type, RequestIds.of(request), errors), headers, type.status());
    }
}
