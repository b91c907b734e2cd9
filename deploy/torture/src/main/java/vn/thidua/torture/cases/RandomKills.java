package vn.thidua.torture.cases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.thidua.torture.Case;
import vn.thidua.torture.Part;
import vn.thidua.torture.Stage;
import vn.thidua.torture.fault.Processes;

/** kill -9 of any process at random moments, one or several, also of one that is just coming up. */
final class RandomKills implements Case {

    /** Those that come back sooner are struck more often; after the launcher everything has to be started again. */
    private static final List<Part> WEIGHTED = List.of(
            Part.PLAN_SERVICE,
            Part.PLAN_SERVICE,
            Part.PLAN_SERVICE,
            Part.PLAN_SERVICE,
            Part.MONGOD,
            Part.MONGOD,
            Part.MONGOD,
            Part.MONGOD,
            Part.MONGOD,
            Part.MONGOD,
            Part.MONGOD,
            Part.MONGOD,
            Part.KAFKA,
            Part.KAFKA,
            Part.KAFKA,
            Part.KAFKA,
            Part.ROSTER_SERVICE,
            Part.ROSTER_SERVICE,
            Part.LAUNCHER);

    @Override
    public String name() {
        return "kills";
    }

    @Override
    public String promise() {
        return "kill -9 of any process at any moment loses nothing, doubles nothing, skips nothing";
    }

    @Override
    public Ground ground() {
        return Ground.LAUNCHED;
    }

    @Override
    public boolean isShort() {
        return true;
    }

    @Override
    public void run(Stage stage) throws Exception {
        Map<Part, Integer> counts = new EnumMap<>(Part.class);
        Map<Part, Duration> longest = new EnumMap<>(Part.class);
        int done = 0;
        while (done < stage.killsWanted()) {
            stage.goOn(Duration.ofMillis(stage.random().nextInt(100, 1500)));
            boolean several = stage.random().nextInt(5) == 0 && done + 2 <= stage.killsWanted();
            List<Part> struck = new ArrayList<>();
            for (int i = 0; i < (several ? 2 : 1); i++) {
                Part part = WEIGHTED.get(stage.random().nextInt(WEIGHTED.size()));
                if (struck.contains(part)) {
                    continue;
                }
                Optional<ProcessHandle> process = stage.rig().process(part).filter(ProcessHandle::isAlive);
                if (process.isPresent()) {
                    Processes.kill(process.get());
                    struck.add(part);
                    counts.merge(part, 1, Integer::sum);
                    done++;
                    stage.killed(part + " (pid " + process.get().pid() + ")");
                }
            }
            if (struck.contains(Part.LAUNCHER)) {
                stage.rig().up();
            }
            // some strike what has not come back yet
            if (!struck.isEmpty() && stage.random().nextInt(3) > 0) {
                Duration took = stage.recovered();
                if (struck.size() == 1) {
                    longest.merge(struck.getFirst(), took, (a, b) -> a.compareTo(b) > 0 ? a : b);
                }
            }
        }
        counts.forEach((part, count) -> stage.seen(count + " kills of " + part
                + (longest.containsKey(part)
                        ? ", commands acknowledged again after at most "
                                + Stage.words(longest.getOrDefault(part, Duration.ZERO))
                        : "")));
    }
}
