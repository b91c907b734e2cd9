package vn.thidua.torture.cases;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.thidua.standalone.Rest;
import vn.thidua.torture.Case;
import vn.thidua.torture.Case.Ground;
import vn.thidua.torture.Case.NotPossible;
import vn.thidua.torture.Folders;
import vn.thidua.torture.Part;
import vn.thidua.torture.Stage;
import vn.thidua.torture.Yard;
import vn.thidua.torture.fault.Processes;

/** A disk that is full, or may only be read. */
final class Disks {

    private static final int PIECE = 1024 * 1024;

    private Disks() {}

    static List<Case> all() {
        return List.of(
                new Simple(
                        "disk-full",
                        "the disk of mongod and Kafka is full: nothing is acknowledged that is not kept, and all goes on"
                                + " when there is room again",
                        Ground.PROXIED,
                        false,
                        Disks::full),
                new Simple(
                        "read-only",
                        "mongod comes up on a disk that may only be read: it says so and ends; services answer 503 until it"
                                + " may write",
                        Ground.PROXIED,
                        false,
                        Disks::readOnly));
    }

    private static void full(Stage stage) throws Exception {
        Yard yard = disk(stage);
        Path filler = yard.folder().resolve("filler");
        fill(filler);
        try {
            stage.goOn(Duration.ofSeconds(20));
            // what the two have freed meanwhile
            fill(filler);
            stage.goOn(Duration.ofSeconds(10));
            stage.seen("answers while the disk was full: " + codes(stage) + "; mongod " + words(stage, Part.MONGOD)
                    + ", kafka " + words(stage, Part.KAFKA));
        } finally {
            Files.delete(filler);
        }
        again(stage);
    }

    private static void readOnly(Stage stage) throws Exception {
        Yard yard = disk(stage);
        for (Part part : List.of(Part.KAFKA, Part.MONGOD)) {
            Processes.kill(stage.rig().process(part).orElseThrow());
            stage.killed(part.toString());
        }
        if (!Folders.remount(yard.folder(), false)) {
            again(stage);
            throw new NotPossible("the disk cannot be made read-only");
        }
        try {
            yard.mongod().restart();
            stage.seen("mongod came up on a disk that may only be read");
        } catch (RuntimeException e) {
            stage.seen("mongod does not start: " + e.getMessage() + "; answers meanwhile: " + codes(stage));
        } finally {
            Folders.remount(yard.folder(), true);
        }
        again(stage);
    }

    private static Yard disk(Stage stage) throws NotPossible {
        Yard yard = stage.rig().yard();
        if (!yard.isDisk()) {
            throw new NotPossible("no small disk can be mounted here (root is needed)");
        }
        return yard;
    }

    private static void fill(Path file) {
        byte[] piece = new byte[PIECE];
        try (OutputStream out = Files.newOutputStream(
                file, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException e) {
            // it is full
        }
    }

    private static String words(Stage stage, Part part) {
        return stage.rig().process(part).filter(ProcessHandle::isAlive).isPresent() ? "runs" : "has ended";
    }

    private static void again(Stage stage) throws Exception {
        if (words(stage, Part.MONGOD).equals("has ended")) {
            stage.rig().yard().mongod().restart();
            stage.seen("mongod was started again");
        }
        if (words(stage, Part.KAFKA).equals("has ended")) {
            stage.rig().yard().kafka().restart();
            stage.seen("kafka was started again");
        }
        stage.seen("acknowledged again after " + Stage.words(stage.recovered()));
    }

    /** How many of some questions were answered with what; 0 stands for no answer. */
    private static Map<Integer, Integer> codes(Stage stage) throws InterruptedException {
        var codes = new TreeMap<Integer, Integer>();
        try (Rest rest = stage.rig().operator()) {
            for (int i = 0; i < 5; i++) {
                int code;
                try {
                    code = rest.post(
                                    "/api/v1/organization/units/"
                                            + stage.units().shared().getFirst() + "/renaming",
                                    "{\"name\":\"x\",\"effective\":\"1999-01-01\"}",
                                    "disk-" + System.nanoTime())
                            .status();
                } catch (IOException e) {
                    code = 0;
                }
                codes.merge(code, 1, Integer::sum);
            }
        }
        return codes;
    }
}
