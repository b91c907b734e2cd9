package vn.thidua.platform.notes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.thidua.platform.web.read.PositionWaiter;

/** Its log has 100 events, of which the views have seen 50. */
public final class FakeWaiter implements PositionWaiter {

    /** What was waited for, as {@code notes:7}. */
    public final List<String> waits = new ArrayList<>();

    @Override
    public synchronized Waited await(String context, long position, Duration atMost) {
        waits.add(context + ":" + position);
        if (position >= 100) {
            return Waited.ABOVE_HEAD;
        }
        return position < 50 ? Waited.REACHED : Waited.NOT_YET;
    }
}
