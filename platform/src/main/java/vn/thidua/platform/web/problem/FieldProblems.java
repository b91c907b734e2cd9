package vn.thidua.platform.web.problem;

import jakarta.validation.ConstraintViolation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Finds out which fields are to blame. What the caller sent is never quoted: it may hold personal data. */
final class FieldProblems {

    private static final int MOST = 100;

    private FieldProblems() {}

    static List<FieldProblem> of(MethodArgumentNotValidException invalid) {
        return objectErrors(invalid.getAllErrors());
    }

    static List<FieldProblem> of(HandlerMethodValidationException invalid) {
        List<FieldProblem> problems = new ArrayList<>();
        for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
            if (result instanceof ParameterErrors errors) {
                problems.addAll(objectErrors(errors.getAllErrors()));
                continue;
            }
            @Nullable String name = result.getMethodParameter().getParameterName();
            for (MessageSourceResolvable error : result.getResolvableErrors()) {
                problems.add(Constraints.explain(
                        name == null ? "request" : name, result.unwrap(error, ConstraintViolation.class)));
            }
        }
        return problems;
    }

    /** Whether the body is to blame, and not a parameter. */
    static boolean isBody(HandlerMethodValidationException invalid) {
        return !invalid.getBeanResults().isEmpty() && invalid.getValueResults().isEmpty();
    }

    private static List<FieldProblem> objectErrors(List<? extends ObjectError> errors) {
        return errors.stream()
                .limit(MOST)
                .map(error -> Constraints.explain(
                        error instanceof FieldError field ? field.getField() : "body", violation(error)))
                .toList();
    }

    private static @Nullable ConstraintViolation<?> violation(ObjectError error) {
        return error.contains(ConstraintViolation.class) ? error.unwrap(ConstraintViolation.class) : null;
    }

    static List<FieldProblem> of(JacksonException unreadable) {
        String place = place(unreadable);
        if (unreadable instanceof UnrecognizedPropertyException) {
            return List.of(new FieldProblem(
                    place,
                    "Không có trường này. Hãy bỏ đi hoặc sửa tên.",
                    "There is no such field. Remove or rename it."));
        }
        if (unreadable instanceof MismatchedInputException mismatch) {
            return List.of(Constraints.ofType(place, mismatch.getTargetType()));
        }
        @Nullable TokenStreamLocation location = unreadable.getLocation();
        String where = location == null ? "" : location.getLineNr() + ":" + location.getColumnNr();
        return List.of(new FieldProblem(
                place,
                "JSON sai cú pháp" + (where.isEmpty() ? "." : " tại dòng:cột " + where + "."),
                "This is no JSON" + (where.isEmpty() ? "." : ", at line:column " + where + ".")));
    }

    private static String place(JacksonException unreadable) {
        var place = new StringBuilder();
        for (JacksonException.Reference step : unreadable.getPath()) {
            @Nullable String name = step.getPropertyName();
            if (name == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(name);
            }
        }
        return place.isEmpty() ? "body" : place.toString();
    }
}
