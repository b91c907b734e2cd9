package vn.thidua.plan.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes in about tasks. */
final class TaskBodies {

    private TaskBodies() {}

    /**
     * @param unit for which is reported
     * @param percent 0 to 100
     * @param evidence ids of files that were sent to this task
     * @param on the day for which it holds; today, if absent
     */
    record Report(
            @NotBlank @Size(max = 64) String unit,
            @NotNull Integer percent,
            @Nullable @Size(max = 4000) String note,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 64) String> evidence,
            @Nullable LocalDate on) {}

    /**
     * @param unit for which it is said to be done
     * @param proof ids of files that were sent to this task; at least one, or a note
     * @param on the day on which it was done; today, if absent
     */
    record Complete(
            @NotBlank @Size(max = 64) String unit,
            @Nullable @Size(max = 4000) String note,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 64) String> proof,
            @Nullable LocalDate on) {}

    /** @param dueTo last day asked for */
    record AskExtension(
            @NotBlank @Size(max = 64) String unit,
            @NotNull LocalDate dueTo,
            @NotNull @Size(max = 2000) String reason) {}

    /**
     * @param dueTo last day granted, for a request that is granted
     * @param note to it, if it is granted
     * @param reason for one that is not
     */
    record DecideExtension(
            @NotNull Boolean granted,
            @Nullable LocalDate dueTo,
            @Nullable @Size(max = 4000) String note,
            @Nullable @Size(max = 2000) String reason) {}

    record Reopen(@NotNull @Size(max = 2000) String reason) {}

    /** A file as it was taken in. */
    record EvidenceFile(String id, String name, String type, long size, String sha256) {}
}
