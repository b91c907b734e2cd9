package vn.thidua.plan.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanField;
import vn.thidua.platform.web.problem.FieldProblem;
import vn.thidua.platform.web.problem.ProblemException;
import vn.thidua.platform.web.problem.ProblemType;

/** What comes in about drafts. */
final class DraftBodies {

    private DraftBodies() {}

    /** A draft by hand. */
    record Begin(
            @NotBlank @Size(max = 64) String unit,
            @Nullable @Size(max = 2000) String title,
            @Nullable @Min(1945) @Max(2199) Integer year,
            PlanDetails.@Nullable PlanKind kind) {}

    /**
     * A draft that begins with another plan.
     *
     * @param unit whose plan it will be
     * @param plan the earlier one of the unit, or the one above
     */
    record BeginWith(
            @NotBlank @Size(max = 64) String unit,
            @NotBlank @Size(max = 64) String plan) {}

    /**
     * What shall be different, all of it or nothing.
     *
     * @param fields values to set; each counts as decided
     * @param cleared names of values that stay empty, as {@code theme}: dropped
     * @param tasks as they shall be, in full
     * @param drops numbers of tasks
     */
    record Revise(
            PlanDetails.@Nullable PlanKind kind,
            ContentBodies.@Nullable @Valid Values fields,
            @Nullable @Size(max = 13) List<@NotBlank String> cleared,
            @Nullable @Size(max = 1000) List<ContentBodies.@NotNull @Valid Task> tasks,
            @Nullable @Size(max = 1000) List<@NotNull @Min(1) Integer> drops) {}

    /**
     * Which values are taken over as they were read; all that wait, if both are absent or empty.
     *
     * @param fields names, as {@code title}
     * @param tasks numbers
     */
    record Accept(
            @Nullable @Size(max = 13) List<@NotBlank String> fields,
            @Nullable @Size(max = 1000) List<@NotNull @Min(1) Integer> tasks) {}

    /**
     * Values by their names.
     *
     * @throws ProblemException naming the first that there is not: 422
     */
    static List<PlanField> fields(@Nullable List<String> names, String path) {
        List<PlanField> fields = new ArrayList<>();
        for (String name : names == null ? List.<String>of() : names) {
            int place = fields.size();
            fields.add(
                    Arrays.stream(PlanField.values())
                            .filter(field -> field.path().equals(name))
                            .findFirst()
                            .orElseThrow(
                                    () -> new ProblemException(
                                            ProblemType.INVALID,
                                            new FieldProblem(
                                                    path + "[" + place + "]",
                                                    "Không có giá trị tên này. Dùng tên như trong nội dung bản thảo, ví dụ title.",
                                                    "There is no value of that name. Use the names of the draft's content, as title."))));
        }
        return fields;
    }
}
