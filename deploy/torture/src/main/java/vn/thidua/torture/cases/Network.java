package vn.thidua.torture.cases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.thidua.torture.Case;
import vn.thidua.torture.Case.Ground;
import vn.thidua.torture.Stage;
import vn.thidua.torture.fault.Proxy;
import vn.thidua.torture.fault.Proxy.Mode;

/** A bad network between the services and a backend. */
final class Network {

    private static final List<Mode> BAD = List.of(Mode.CUT, Mode.SLOW, Mode.HALF_OPEN, Mode.NO_ANSWER);

    private Network() {}

    static List<Case> all() {
        return List.of(
                new Simple(
                        "network-mongod",
                        "the network to mongod is cut, slow, half open, or cut between request and answer: what was"
                                + " answered stands, what was not can be asked again",
                        Ground.PROXIED,
                        true,
                        stage -> bad(stage, stage.rig().yard().toMongod(), true)),
                new Simple(
                        "network-kafka",
                        "the network to Kafka is cut, slow, half open, or cut between request and answer: commands go on,"
                                + " and every topic and foreign view catches up",
                        Ground.PROXIED,
                        true,
                        stage -> bad(stage, stage.rig().yard().toKafka(), false)));
    }

    private static void bad(Stage stage, Proxy proxy, boolean isWaitedFor) throws Exception {
        List<Mode> modes = new ArrayList<>(BAD);
        for (int i = modes.size(); i > 1; i--) {
            java.util.Collections.swap(modes, i - 1, stage.random().nextInt(i));
        }
        for (Mode mode : modes) {
            int before = proxy.swallowed();
            int acknowledged = stage.units().ledger().acknowledged();
            proxy.mode(mode);
            try {
                stage.goOn(time(stage, mode));
                if (!isWaitedFor) {
                    stage.recovered();
                }
            } finally {
                proxy.mode(Mode.PASS);
            }
            stage.seen(mode.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " for "
                    + Stage.words(time(stage, mode)) + ": "
                    + (stage.units().ledger().acknowledged() - acknowledged) + " acknowledged meanwhile"
                    + (mode == Mode.NO_ANSWER ? ", " + (proxy.swallowed() - before) + " answers swallowed" : "")
                    + ", again after " + Stage.words(stage.recovered()));
        }
    }

    private static Duration time(Stage stage, Mode mode) {
        Duration brief = mode == Mode.HALF_OPEN ? Duration.ofSeconds(6) : Duration.ofSeconds(2);
        return stage.isShort() ? brief : Duration.ofSeconds(20);
    }
}
