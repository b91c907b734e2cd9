package vn.thidua.torture.cases;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import vn.thidua.torture.Case;
import vn.thidua.torture.Case.Ground;
import vn.thidua.torture.Folders;
import vn.thidua.torture.Part;
import vn.thidua.torture.Stage;
import vn.thidua.torture.Yard;
import vn.thidua.torture.fault.Processes;
import vn.thidua.torture.load.UnitLoad;

/** A database that goes back in time. */
final class Restores {

    private Restores() {}

    static List<Case> all() {
        return List.of(new Simple(
                "older",
                "mongod is restored to an older state, and the topics are deleted as restore does it: all that was known then"
                        + " is there, told again, and in foreign views; nothing of what came after",
                Ground.PROXIED,
                false,
                Restores::older));
    }

    private static void older(Stage stage) throws Exception {
        Yard yard = stage.rig().yard();
        Path live = yard.folder().resolve("mongodb");
        Path kept = yard.folder().resolve("mongodb-before");
        stage.units().stop();
        stage.plans().stop();
        stage.units().settle();
        Processes.kill(stage.rig().process(Part.MONGOD).orElseThrow());
        Folders.copy(live, kept);
        yard.mongod().restart();

        // what nobody will know of
        UnitLoad later = stage.rig().units("later", 1, 9_000_000);
        later.start(2);
        stage.goOn(Duration.ofSeconds(5));
        later.stop();
        later.settle();
        int gone = later.ledger().acknowledged();

        stage.rig().call("down");
        Processes.kill(stage.rig().process(Part.MONGOD).orElseThrow());
        Folders.delete(live);
        Folders.copy(kept, live);
        Folders.delete(kept);
        yard.mongod().restart();
        Topics.delete("127.0.0.1:" + yard.toKafka().port(), List.of("organization.events.v1", "plan.events.v1"));
        stage.rig().up();
        stage.units().start(4);
        stage.plans().start(1);
        stage.seen("restored to before " + gone + " acts; acknowledged again after " + Stage.words(stage.recovered()));
    }
}
