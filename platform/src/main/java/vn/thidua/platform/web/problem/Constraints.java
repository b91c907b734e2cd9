package vn.thidua.platform.web.problem;

import jakarta.validation.ConstraintViolation;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in both languages what a field must be; the validator itself knows no Vietnamese. */
final class Constraints {

    private Constraints() {}

    /** What a value of the type looks like. */
    static FieldProblem ofType(String field, @Nullable Class<?> type) {
        if (type == LocalDate.class) {
            return new FieldProblem(
                    field,
                    "Phải là một ngày có thật, viết theo thứ tự năm-tháng-ngày, ví dụ 2025-06-30.",
                    "It must be a day that exists, as 2025-06-30.");
        }
        if (type != null && type.isEnum()) {
            String values = Arrays.stream(type.getEnumConstants())
                    .map(each -> ((Enum<?>) each).name())
                    .collect(Collectors.joining(", "));
            return new FieldProblem(field, "Phải là một trong: " + values + ".", "It must be one of: " + values + ".");
        }
        if (type == String.class) {
            return new FieldProblem(field, "Phải là một chuỗi ký tự.", "It must be a text.");
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return new FieldProblem(
                    field, "Phải là một số nguyên vừa phải.", "It must be a whole number within bounds.");
        }
        if (type == Boolean.class || type == boolean.class) {
            return new FieldProblem(field, "Phải là true hoặc false.", "It must be true or false.");
        }
        return new FieldProblem(field, "Giá trị không đúng kiểu của trường.", "The value is not of the field's type.");
    }

    static FieldProblem explain(String field, @Nullable ConstraintViolation<?> violation) {
        if (violation == null) {
            return ofType(field, null);
        }
        var descriptor = violation.getConstraintDescriptor();
        Map<String, Object> attributes = descriptor.getAttributes();
        return switch (descriptor.getAnnotation().annotationType().getSimpleName()) {
            case "NotNull", "NotBlank", "NotEmpty" ->
                new FieldProblem(field, "Bắt buộc, không được để trống.", "Required; it must not be empty.");
            case "Null" -> new FieldProblem(field, "Không được có.", "It must be absent.");
            case "Size", "Length" -> size(field, attributes);
            case "Min", "DecimalMin" ->
                new FieldProblem(
                        field,
                        "Phải từ " + attributes.get("value") + " trở lên.",
                        "It must be at least " + attributes.get("value") + ".");
            case "Max", "DecimalMax" ->
                new FieldProblem(
                        field,
                        "Không được quá " + attributes.get("value") + ".",
                        "It must be at most " + attributes.get("value") + ".");
            case "Positive" -> new FieldProblem(field, "Phải lớn hơn 0.", "It must be above 0.");
            case "PositiveOrZero" -> new FieldProblem(field, "Không được âm.", "It must not be negative.");
            case "Pattern" ->
                new FieldProblem(
                        field,
                        "Không đúng mẫu " + attributes.get("regexp") + ".",
                        "It does not fit the pattern " + attributes.get("regexp") + ".");
            case "Past", "PastOrPresent" ->
                new FieldProblem(field, "Không được ở tương lai.", "It must not be in the future.");
            case "Future", "FutureOrPresent" ->
                new FieldProblem(field, "Không được ở quá khứ.", "It must not be in the past.");
            case "Email" -> new FieldProblem(field, "Không phải địa chỉ thư điện tử.", "It is no e-mail address.");
            // a constraint of a context's own says it itself: Vietnamese, a bar, English
            default -> own(field, violation.getMessage());
        };
    }

    private static FieldProblem size(String field, Map<String, Object> attributes) {
        Object min = attributes.getOrDefault("min", 0);
        Object max = attributes.getOrDefault("max", Integer.MAX_VALUE);
        return max.equals(Integer.MAX_VALUE)
                ? new FieldProblem(field, "Phải có ít nhất " + min + ".", "It must have at least " + min + ".")
                : new FieldProblem(
                        field,
                        "Độ dài phải từ " + min + " đến " + max + ".",
                        "Its length must be from " + min + " to " + max + ".");
    }

    private static FieldProblem own(String field, String message) {
        int bar = message.indexOf('|');
        return bar < 0
                ? new FieldProblem(field, "Giá trị không đúng.", message)
                : new FieldProblem(
                        field,
                        message.substring(0, bar).strip(),
                        message.substring(bar + 1).strip());
    }
}
