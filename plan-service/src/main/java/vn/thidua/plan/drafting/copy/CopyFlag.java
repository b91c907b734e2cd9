package vn.thidua.plan.drafting.copy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody should look at a value of a copy.
 *
 * @param task number of the task; null for a value of the plan itself
 * @param field as {@code dueTo}, {@code reportDeadlines[0].due}
 * @param from the value in the earlier plan
 * @param to the value in the copy; null if it was left out
 * @param message in Vietnamese
 */
public record CopyFlag(
        @Nullable Integer task,
        String field,
        List<Code> codes,
        String from,
        @Nullable String to,
        String message) {

    /** What is to be looked at. */
    public enum Code {
        /** The same date of the next year is another day of the week. */
        WEEKDAY,
        WEEKEND,
        HOLIDAY,
        /** One of several days, of which one is chosen each year. */
        HOLIDAY_POSSIBLE,
        /** The next year has no 29 February: it is the 28th. */
        LEAP_DAY,
        /** A year within a text was moved. */
        YEAR_IN_TEXT,
        YEAR,
        /** It was true of the earlier plan only. */
        LEFT_OUT,
        /** It was taken over as it was; see whether it still holds. */
        KEPT,
        /** Whom it was for is called or stands otherwise today. */
        ASSIGNEE
    }

    public CopyFlag {
        codes = List.copyOf(codes);
    }
}
