package vn.thidua.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The table a person reads. */
final class Report {
    private static final String ROW = "%-5s %7s %13s %9s %9s %9s %7s %8s %9s %7s %5s%n";

    /** On a quiet machine the rounds lie some 5 to 15 percent apart. */
    private static final double DOUBTFUL = 0.3;

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void print(List<Cell> cells) {
        print(ROW, "kind", "size", "tasks", "docs/s", "p50 ms", "p99 ms", "MB/s", "ms/MB", "baseline", "spread", "n");
        for (Cell cell : cells) {
            row(cell);
        }
        out.println();
        for (Kind kind : Kind.values()) {
            print("baseline of %-5s %s%n", kind.label + ":", Baseline.name(kind));
        }
        out.println();
        growth(cells);
        if (cells.stream().anyMatch(cell -> cell.isMeasured() && cell.spread() > DOUBTFUL)) {
            out.println();
            out.println(
                    "Some rounds lie more than 30 % apart: something else was running. Trust ratios and growth more than times.");
        }
    }

    private void row(Cell cell) {
        String refusal = cell.refusal();
        if (refusal != null) {
            print("%-5s %7s  refused: %s%n", cell.kind.label, cell.size.label, refusal);
            return;
        }
        print(
                ROW,
                cell.kind.label,
                cell.size.label,
                cell.tasksRead() + "/" + cell.tasksWritten,
                number(1000 / cell.perDocument()),
                number(Statistics.percentile(cell.readings(), 50)),
                number(Statistics.percentile(cell.readings(), 99)),
                number(1000 * cell.megabytes() / cell.perDocument()),
                number(cell.perMegabyte()),
                baseline(cell),
                "%.0f %%".formatted(100 * cell.spread()),
                Integer.toString(cell.readings().size()));
    }

    private static String baseline(Cell cell) {
        if (cell.hasRatio()) {
            return number(cell.ratio()) + " x";
        }
        return cell.baselineFailure() == null ? "-" : "no memory";
    }

    private void growth(List<Cell> cells) {
        for (Kind kind : Kind.values()) {
            List<Cell> measured =
                    cells.stream().filter(of(kind)).filter(Cell::isMeasured).toList();
            measured.stream().filter(cell -> cell.size == Size.KB_100).findAny().ifPresent(base -> {
                StringBuilder line = new StringBuilder();
                for (Cell cell : measured) {
                    if (cell.size.bytes > base.size.bytes) {
                        line.append("  %s %.2f".formatted(cell.size.label, cell.growthOver(base)));
                    }
                }
                print("growth of %-5s processor time per MB against 100 KB:%s%n", kind.label + ":", line);
            });
        }
    }

    private static Predicate<Cell> of(Kind kind) {
        return cell -> cell.kind == kind;
    }

    /** Three digits that count. */
    static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
    }
}
