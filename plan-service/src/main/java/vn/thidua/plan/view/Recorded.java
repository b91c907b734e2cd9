package vn.thidua.plan.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import vn.thidua.platform.processing.LoggedEvent;

/** When something was recorded, for what says no day of its own. */
public final class Recorded {

    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");

    private Recorded() {}

    /** The day in Vietnam. */
    public static LocalDate day(LoggedEvent event) {
        return day(event.at());
    }

    /** The day in Vietnam. */
    public static LocalDate day(Instant at) {
        return at.atZone(HERE).toLocalDate();
    }
}
