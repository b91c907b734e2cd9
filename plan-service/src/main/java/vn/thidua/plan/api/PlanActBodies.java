package vn.thidua.plan.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes in about issued plans. */
final class PlanActBodies {

    private PlanActBodies() {}

    /**
     * A new version: what is absent stays as it is.
     *
     * @param document the document that amends the plan
     * @param fields values to set
     * @param cleared names of values that are empty from now on, as {@code theme}
     * @param tasks those that change, in full, and new ones, without a number
     * @param withdrawn numbers of tasks that need not be done any more
     * @param effective first day of the new version; today, if absent
     */
    record Amend(
            @NotNull @Size(max = 2000) String reason,
            ContentBodies.@Nullable @Valid Document document,
            ContentBodies.@Nullable @Valid Values fields,
            @Nullable @Size(max = 13) List<@NotBlank String> cleared,
            @Nullable @Size(max = 1000) List<ContentBodies.@NotNull @Valid Task> tasks,
            @Nullable @Size(max = 1000) List<@NotNull @Min(1) Integer> withdrawn,
            @Nullable LocalDate effective) {}

    /**
     * @param by the document that takes its place
     * @param effective first day on which it holds no more
     */
    record Supersede(
            ContentBodies.@NotNull @Valid Document by,
            @NotNull @Size(max = 2000) String reason,
            @NotNull LocalDate effective) {}

    /** @param effective its last day; today, if absent */
    record Close(
            @Nullable @Size(max = 2000) String note,
            @Nullable LocalDate effective) {}

    /**
     * @param index of the document among those that the plan implements, from 0
     * @param above the plan that it is; null takes the link away
     */
    record Link(
            @NotNull @PositiveOrZero Integer index,
            @Nullable @Size(max = 64) String above) {}
}
