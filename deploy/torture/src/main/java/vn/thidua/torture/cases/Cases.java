package vn.thidua.torture.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.thidua.torture.Case;
import vn.thidua.torture.Stage;
import vn.thidua.torture.guards.Ground;
import vn.thidua.torture.guards.Guard;
import vn.thidua.torture.referee.Verdict;

/** All cases. */
public final class Cases {

    private Cases() {}

    /** In the order in which they are done. */
    public static List<Case> all() {
        List<Case> all = new ArrayList<>();
        all.add(new RandomKills());
        all.addAll(Signals.all());
        all.addAll(Network.all());
        all.addAll(Topics.all());
        all.addAll(Disks.all());
        all.addAll(Restores.all());
        all.addAll(Poison.all());
        all.add(new Simple(
                "guards",
                "what is acknowledged is durable, no reader is ahead of it, tokens come last, an act is done once, and the"
                        + " chain covers the bytes as they are stored",
                Case.Ground.OWN,
                true,
                Cases::guards));
        return List.copyOf(all);
    }

    private static void guards(Stage stage) throws Exception {
        try (Ground ground = Ground.start(stage.mongod())) {
            for (Guard guard : Guard.values()) {
                Verdict verdict = guard.check(ground);
                if (!verdict.isClean()) {
                    throw new IllegalStateException(guard + ": " + verdict);
                }
                stage.seen(guard.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": holds");
            }
        }
    }
}
