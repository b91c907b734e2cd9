package vn.thidua.bench.figure;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The table a person reads; it is Markdown too, so that it can be put into a page as it is. */
public final class FigureTable {

    private static final List<String> HEAD = List.of(
            "figure",
            "median",
            "baseline",
            "ratio",
            "target",
            "stretch",
            "met",
            "rounds",
            "spread",
            "measured against");

    private FigureTable() {}

    /** Prints those that were measured. */
    public static void print(PrintStream out, List<Figure> figures) {
        List<List<String>> rows = figures.stream()
                .filter(figure -> figure.rounds() > 0)
                .map(FigureTable::row)
                .toList();
        int[] widths = new int[HEAD.size()];
        for (int column = 0; column < widths.length; column++) {
            int at = column;
            widths[column] = Math.max(
                    HEAD.get(column).length(),
                    rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
        }
        out.println(line(HEAD, widths));
        StringBuilder rule = new StringBuilder("|");
        for (int width : widths) {
            rule.append("-".repeat(width + 2)).append("|");
        }
        out.println(rule);
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private static List<String> row(Figure figure) {
        boolean compared = figure.baseline().isPresent();
        return List.of(
                figure.name(),
                number(figure.median()) + " " + figure.unit(),
                compared ? number(figure.baselineMedian()) : "",
                compared ? String.format(Locale.ROOT, "%.2f", figure.ratio()) : "",
                figure.target().map(target -> target.words(target.bound())).orElse(""),
                figure.target()
                        .flatMap(target ->
                                java.util.Optional.ofNullable(target.stretch()).map(target::words))
                        .orElse(""),
                figure.verdict().words,
                Integer.toString(figure.rounds()),
                String.format(Locale.ROOT, "%.0f %%", 100 * figure.spread()),
                figure.baseline().orElse(""));
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            line.append(' ')
                    .append(cell)
                    .append(" ".repeat(widths[column] - cell.length()))
                    .append(" |");
        }
        return line.toString();
    }

    /** Three digits that count, and thousands apart. */
    static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size < 10 ? "%.2f" : size < 100 ? "%.1f" : "%,.0f", value);
    }
}
