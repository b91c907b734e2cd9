package vn.thidua.plan.reader.intake.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.Block;

/** Cells between pipes, as markdown has them. */
final class PipeTable {
    /** A line with more pipes is no row: no table of a plan is nearly as wide. */
    private static final int MOST_PIPES = 200;

    private PipeTable() {}

    static SideBySide.@Nullable Region region(TextLines lines, int first, Budget budget) {
        if (!isRow(lines, first)) {
            return null;
        }
        List<Block.Row> rows = new ArrayList<>();
        int i = first;
        int next = first;
        while (i < lines.count() && isRow(lines, i)) {
            budget.check();
            int last = lastLineOfRow(lines, i);
            if (!isRule(lines, i)) {
                rows.add(row(lines.text(), lines.firstLetter(i), lines.lastLetter(last)));
                budget.countCells(rows.getLast().cells().size());
            }
            next = last + 1;
            i = lines.nextNotBlank(next);
        }
        return rows.isEmpty() ? null : new SideBySide.Region(new Block.Table(rows, true), next);
    }

    private static boolean isRow(TextLines lines, int i) {
        int pipes = lines.occurrences(i, '|');
        return pipes >= 2 && pipes <= MOST_PIPES
                || pipes == 1
                        && lines.lastLetter(i) - lines.firstLetter(i) > 1
                        && lines.text().charAt(lines.firstLetter(i)) == '|'
                        && opensRow(lines, i);
    }

    /** A row may be broken into lines inside a cell; its first line then ends without a pipe. */
    private static boolean opensRow(TextLines lines, int i) {
        return i + 1 < lines.count() && lines.occurrences(i + 1, '|') > 0;
    }

    private static int lastLineOfRow(TextLines lines, int i) {
        if (lines.text().charAt(lines.firstLetter(i)) != '|') {
            return i;
        }
        int last = i;
        while (lines.text().charAt(lines.lastLetter(last) - 1) != '|'
                && last + 1 < lines.count()
                && last - i < 40
                && !lines.isBlank(last + 1)
                && lines.text().charAt(lines.firstLetter(last + 1)) != '|') {
            last++;
        }
        // lines without any pipe behind a row that simply lacks its last one are a paragraph, not a cell
        return lines.text().charAt(lines.lastLetter(last) - 1) == '|' ? last : i;
    }

    private static boolean isRule(TextLines lines, int i) {
        for (int at = lines.firstLetter(i); at < lines.lastLetter(i); at++) {
            if ("|-:=+ \t".indexOf(lines.text().charAt(at)) < 0) {
                return false;
            }
        }
        return lines.find(i, "-") >= 0 || lines.find(i, "=") >= 0;
    }

    private static Block.Row row(String text, int start, int end) {
        List<Block.Cell> cells = new ArrayList<>();
        int from = text.charAt(start) == '|' ? start + 1 : start;
        int column = 0;
        for (int i = from; i <= end; i++) {
            boolean pipe = i < end && text.charAt(i) == '|' && text.charAt(i - 1) != '\\';
            if (pipe || i == end && from < end) {
                cells.add(new Block.Cell(column++, 1, false, CellLines.of(text, from, i)));
                from = i + 1;
            }
        }
        return new Block.Row(cells);
    }
}
