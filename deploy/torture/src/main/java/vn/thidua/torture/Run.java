package vn.thidua.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import vn.thidua.torture.Case.Ground;
import vn.thidua.torture.load.PlanLoad;
import vn.thidua.torture.load.UnitLoad;
import vn.thidua.torture.referee.Verdict;
import vn.thidua.torture.referee.Verdict.Findings;

/** One call: the cases, one after the other, those of the same ground on the same installation. */
final class Run {

    private static final int CALLERS = 4;
    private static final int CLERKS = 1;
    private static final int CODES = 100_000;

    private final Options options;
    private final Path mongod;
    private final Terminal terminal;
    private final Runs runs;
    private final String name;
    private final List<Runs.Line> lines = new ArrayList<>();

    Run(Options options, Path mongod, Terminal terminal) {
        this.options = options;
        this.mongod = mongod;
        this.terminal = terminal;
        this.runs = new Runs(options.home().resolve("runs.jsonl"));
        this.name = Instant.now() + " seed " + options.seed();
    }

    /** Whether every promise has held. */
    boolean all(List<Case> cases) throws Exception {
        terminal.say("torture: " + cases.size() + " cases, --seed " + options.seed());
        for (Ground ground : Ground.values()) {
            List<Case> here =
                    cases.stream().filter(each -> each.ground() == ground).toList();
            if (here.isEmpty()) {
                continue;
            }
            if (ground == Ground.OWN) {
                for (Case each : here) {
                    alone(each);
                }
            } else {
                together(ground, here);
            }
        }
        terminal.say("");
        for (Runs.Line line : lines) {
            terminal.say("%-8s %-18s %6.1f s  %s"
                    .formatted(
                            line.outcome(),
                            line.testCase(),
                            line.seconds(),
                            String.join("; ", line.findings().isEmpty() ? line.seen() : line.findings())));
        }
        terminal.say("this run: " + Runs.sum(lines) + " (seed " + options.seed() + ")");
        terminal.say("all runs: " + Runs.sum(runs.all()) + " (" + options.home().resolve("runs.jsonl") + ")");
        return lines.stream().noneMatch(line -> line.outcome().equals("broken"));
    }

    private void together(Ground ground, List<Case> cases) throws Exception {
        Path folder = options.home().resolve("home-" + ProcessHandle.current().pid());
        Folders.delete(folder);
        boolean held = false;
        try (Rig rig = rig(ground, folder)) {
            terminal.say("starting the installation in " + folder);
            long began = System.nanoTime();
            rig.up();
            terminal.say("it answers after " + Stage.words(since(began)));
            List<UnitLoad> units = new ArrayList<>();
            List<PlanLoad> plans = new ArrayList<>();
            held = true;
            try {
                for (int i = 0; i < cases.size() && held; i++) {
                    held = one(cases.get(i), i, rig, units, plans);
                }
            } finally {
                for (UnitLoad load : units) {
                    load.close();
                }
                for (PlanLoad load : plans) {
                    load.close();
                }
            }
        }
        if (held) {
            Folders.delete(folder);
        } else {
            terminal.say("what is left of it: " + folder);
        }
    }

    private Rig rig(Ground ground, Path folder) {
        return switch (ground) {
            case LAUNCHED -> Rig.launched(folder, mongod);
            case TWO_WRITERS -> Rig.twoWriters(folder, mongod);
            case EMBEDDED -> Rig.embedded(folder);
            case PROXIED -> Rig.on(Yard.start(folder.resolve("yard"), mongod), folder);
            case OWN -> throw new IllegalArgumentException("such a case brings what it needs");
        };
    }

    private boolean one(Case each, int number, Rig rig, List<UnitLoad> units, List<PlanLoad> plans) throws Exception {
        terminal.say("case " + each.name() + ": " + each.promise());
        long began = System.nanoTime();
        var random = new SplittableRandom(options.seed() * 31 + each.name().hashCode());
        UnitLoad load = rig.units(each.name(), options.seed() + number, CODES * (1 + number));
        units.add(load);
        PlanLoad clerks = rig.plans(each.name(), load.commune());
        plans.add(clerks);
        load.start(CALLERS);
        clerks.start(CLERKS);
        var stage = new Stage(rig, load, clerks, random, options, terminal);
        Verdict verdict;
        String outcome;
        try {
            stage.recovered();
            each.run(stage);
            stage.recovered();
            load.stop();
            clerks.stop();
            int open = load.settle();
            long compared = System.nanoTime();
            verdict = rig.referee().judge(units, plans);
            terminal.say("  " + load.ledger().acknowledged() + " acts acknowledged, " + open
                    + " had to be asked again in the end, " + clerks.done().size() + " plans; compared in "
                    + Stage.words(since(compared)));
            if (verdict.isClean()) {
                rig.call("verify");
                Rig.await(
                        "everything runs, and nothing is parked",
                        () -> isWell(rig.installation().call("status").out()));
            }
            outcome = verdict.isClean() ? "held" : "broken";
        } catch (Case.NotPossible e) {
            load.stop();
            clerks.stop();
            load.settle();
            stage.seen("not run: " + e.getMessage());
            verdict = new Findings().verdict();
            outcome = "not run";
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            // whatever a case throws: what it promises was not shown
            var findings = new Findings();
            findings.other(e.toString());
            verdict = findings.verdict();
            outcome = "broken";
        }
        note(each, stage, verdict, outcome, load.ledger().acknowledged(), since(began));
        return !outcome.equals("broken");
    }

    private static boolean isWell(String status) {
        return !status.contains("backing_off")
                && !status.contains("stalled")
                && !status.contains("DOWN")
                && status.lines().noneMatch(line -> line.matches(".*parked [1-9].*"));
    }

    private void alone(Case each) throws Exception {
        terminal.say("case " + each.name() + ": " + each.promise());
        long began = System.nanoTime();
        var stage = Stage.alone(new SplittableRandom(options.seed()), options, mongod, terminal);
        var findings = new Findings();
        String outcome = "held";
        try {
            each.run(stage);
        } catch (Case.NotPossible e) {
            stage.seen("not run: " + e.getMessage());
            outcome = "not run";
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            findings.other(e.toString());
            outcome = "broken";
        }
        note(each, stage, findings.verdict(), outcome, 0, since(began));
    }

    private void note(Case each, Stage stage, Verdict verdict, String outcome, int acknowledged, Duration took)
            throws IOException {
        @Nullable Duration recovery = stage.recovery();
        var line = new Runs.Line(
                Instant.now(),
                name,
                options.seed(),
                each.name(),
                outcome,
                stage.kills(),
                verdict.lost(),
                verdict.doubled(),
                verdict.skipped(),
                verdict.others(),
                acknowledged,
                took.toMillis() / 1000.0,
                recovery == null ? null : recovery.toMillis() / 1000.0,
                stage.seen(),
                verdict.words());
        lines.add(line);
        runs.add(line);
        terminal.say("  " + outcome + (verdict.isClean() ? "" : ": " + verdict));
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
