package vn.thidua.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.thidua.plan.reader.PlanReader;
import vn.thidua.plan.reader.ReadLimits;

/** {@code bench read}: how fast plans are read, how that compares and how it grows. */
public final class ReaderBench {
    private static final int OK = 0;
    /** The call itself is wrong (EX_USAGE of sysexits). */
    private static final int USAGE = 64;

    private static final String HELP = """
            usage: ./thidua bench read [--short | --long]
              (nothing)   up to 5 MB, 3 rounds, under two minutes
              --short     up to 1 MB, 3 rounds, under half a minute
              --long      up to 5 MB, 9 rounds, some minutes""";

    private final PrintStream out;
    private final PrintStream err;
    private final Path root;

    ReaderBench(PrintStream out, PrintStream err, Path root) {
        this.out = out;
        this.err = err;
        this.root = root;
    }

    public static void main(String[] args) throws IOException {
        // POI logs through Log4j's interface, which complains when nothing stands behind it
        System.setProperty("log4j.provider", "org.apache.logging.log4j.simple.internal.SimpleProvider");
        Path root = Path.of(System.getProperty("thidua.root", "."));
        int code = new ReaderBench(System.out, System.err, root).run(List.of(args));
        System.out.flush();
        System.exit(code);
    }

    int run(List<String> args) throws IOException {
        if (args.contains("--help") || args.contains("-h")) {
            out.println(HELP);
            return OK;
        }
        if (args.size() > 1) {
            err.println(HELP);
            return USAGE;
        }
        switch (args.isEmpty() ? "" : args.getFirst()) {
            case "" -> measure(Effort.NORMAL);
            case "--short" -> measure(Effort.SHORT);
            case "--tiny" -> measure(Effort.TINY);
            case "--long" -> measure(Effort.LONG);
            default -> {
                err.println(HELP);
                return USAGE;
            }
        }
        return OK;
    }

    private void measure(Effort effort) throws IOException {
        long start = System.nanoTime();
        Setting setting = Setting.current();
        out.println(setting.line());
        out.printf(
                "effort %s: %d rounds, each all kinds and sizes in turn, reader and baseline by turns, warmed up%n%n",
                effort.name(), effort.rounds());
        List<Cell> cells = cells(effort);
        PlanReader reader = new PlanReader(ReadLimits.DEFAULT);
        for (Cell cell : cells) {
            if (cell.size == Size.KB_100) {
                cell.warmUp(reader, effort.warmUp());
            } else if (cell.size == Size.KB_10) {
                cell.warmUp(reader, effort.slice());
            }
        }
        for (int round = 0; round < effort.rounds(); round++) {
            for (Cell cell : cells) {
                cell.round(reader, effort.slice());
            }
        }
        new Report(out).print(cells);
        Path path = Path.of(".thidua", "bench", "read.json");
        ReportJson.write(root.resolve(path), setting, effort, cells);
        out.printf("%nwritten to %s after %d s%n", path, (System.nanoTime() - start) / 1_000_000_000);
    }

    private static List<Cell> cells(Effort effort) {
        Map<Size, InventedPlan.Sized> plans = new EnumMap<>(Size.class);
        List<Cell> cells = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Size size : Size.values()) {
                if (size.compareTo(effort.largest()) <= 0) {
                    cells.add(
                            new Cell(kind, size, plans.computeIfAbsent(size, each -> InventedPlan.ofSize(each.bytes))));
                }
            }
        }
        return cells;
    }
}
