package vn.thidua.plan.domain.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document that a plan names.
 *
 * @param type as {@code Luật}, {@code Nghị định}, {@code Kế hoạch}
 * @param number with its code, as {@code 294/KH-UBND}
 * @param plan id of the plan in this system that it is; null if it is none, or not known yet
 */
public record CitedDocument(
        String type,
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable String issuer,
        @Nullable String plan) {}
