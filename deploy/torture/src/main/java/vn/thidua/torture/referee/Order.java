package vn.thidua.torture.referee;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.thidua.torture.load.Act;
import vn.thidua.torture.load.Told;
import vn.thidua.torture.load.UnitLoad;
import vn.thidua.torture.referee.Verdict.Findings;

/**
 * Whether concurrent acts on one aggregate look as if they had been done one after the other. The log names the order;
 * this checks that it is one: each act stands in it where its caller was told, directly behind the version that it
 * expected; none stands before another that was answered before it was sent; and who was refused because the version had
 * moved was refused at a moment when it had.
 */
public final class Order {

    /** An act on the aggregate, with where it stands in the log; -1 if it does not. */
    private record Done(Act act, Told told, long sequence) {}

    private Order() {}

    /**
     * Checks the renamings of the shared units.
     *
     * @param log of the context
     */
    public static void check(Set<String> units, Map<Act, Told> acts, List<Store.Event> log, Findings findings) {
        Map<String, List<Store.Event>> streams = new HashMap<>();
        for (Store.Event event : log) {
            if (units.contains(event.aggregate())) {
                streams.computeIfAbsent(event.aggregate(), _ -> new ArrayList<>())
                        .add(event);
            }
        }
        for (String unit : units) {
            List<Store.Event> stream = streams.getOrDefault(unit, List.of());
            gapless(unit, stream, findings);
            List<Done> done = new ArrayList<>();
            acts.forEach((act, told) -> {
                if (act.kind() == Act.Kind.RENAME && unit.equals(act.unit())) {
                    done.add(new Done(act, told, placeOf(act, stream, findings)));
                }
            });
            done.forEach(each -> checkOne(each, done, findings));
            inTime(done, findings);
        }
    }

    private static void gapless(String unit, List<Store.Event> stream, Findings findings) {
        for (int i = 0; i < stream.size(); i++) {
            if (stream.get(i).sequence() != i) {
                findings.other(unit + " has no event " + i);
                return;
            }
        }
    }

    private static long placeOf(Act act, List<Store.Event> stream, Findings findings) {
        long place = -1;
        for (Store.Event event : stream) {
            if (event.payload().contains("\"" + act.mark() + "\"")) {
                if (place >= 0) {
                    findings.doubled(act.key() + " is there at " + place + " and at " + event.sequence());
                }
                place = event.sequence();
            }
        }
        return place;
    }

    private static void checkOne(Done one, List<Done> all, Findings findings) {
        String key = one.act().key();
        long expected = one.act().version() == null ? -1 : one.act().version();
        switch (one.told().outcome()) {
            case ACKNOWLEDGED -> {
                if (one.sequence() < 0) {
                    findings.lost(key + " was acknowledged, and is not there");
                    return;
                }
                if (one.sequence() != expected + 1) {
                    findings.other(key + " expected version " + expected + " and stands at " + one.sequence());
                }
                String etag =
                        one.told().answer() == null ? null : one.told().answer().etag();
                if (etag == null || UnitLoad.version(etag) != one.sequence()) {
                    findings.other(key + " was told version " + etag + " and stands at " + one.sequence());
                }
            }
            case REFUSED -> {
                if (one.sequence() >= 0) {
                    findings.other(key + " was refused, and is there at " + one.sequence());
                }
                if (one.told().answer() != null
                        && one.told().answer().status() == 412
                        && all.stream()
                                .noneMatch(other ->
                                        movedBefore(other, expected, one.told().answered()))) {
                    findings.other(key + " was refused for version " + expected + ", and nobody had moved it");
                }
            }
            case UNKNOWN -> findings.other(key + " was never decided");
        }
    }

    /** Whether this act took the version away, and was sent before that moment. */
    private static boolean movedBefore(Done other, long version, long moment) {
        return other.sequence() >= 0
                && other.sequence() != version
                && other.told().sent() < moment;
    }

    /** What was answered before another was sent stands before it. */
    private static void inTime(List<Done> all, Findings findings) {
        List<Done> placed = all.stream()
                .filter(each -> each.sequence() >= 0 && each.told().answered() != 0)
                .sorted(Comparator.comparingLong(Done::sequence))
                .toList();
        long latestSent = Long.MIN_VALUE;
        String whose = "";
        for (Done each : placed) {
            if (each.told().answered() < latestSent) {
                findings.other(each.act().key() + " was answered before " + whose + " was sent, and stands behind it");
            }
            if (each.told().sent() > latestSent) {
                latestSent = each.told().sent();
                whose = each.act().key();
            }
        }
    }
}
