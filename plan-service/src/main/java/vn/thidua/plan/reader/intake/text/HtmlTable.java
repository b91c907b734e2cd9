package vn.thidua.plan.reader.intake.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.Block;
import vn.thidua.plan.reader.source.Passage;

/** An HTML table inside text; forgives end tags that are missing. */
final class HtmlTable {
    private static final Pattern SPAN = Pattern.compile("(col|row)span\\s*=\\s*[\"']?\\s*(\\d{1,3})");
    private static final int MOST_COLUMNS = 64;

    private HtmlTable() {}

    /** Position after the end tag, or the end of the text. */
    static int end(String text, int start) {
        int depth = 0;
        int i = start;
        while (i < text.length()) {
            int next = text.indexOf('<', i);
            if (next < 0) {
                return text.length();
            }
            if (text.regionMatches(true, next, "<table", 0, 6)) {
                depth++;
            } else if (text.regionMatches(true, next, "</table", 0, 7) && --depth <= 0) {
                int close = text.indexOf('>', next);
                return close < 0 ? text.length() : close + 1;
            }
            i = next + 1;
        }
        return text.length();
    }

    static Block.Table read(String text, int start, int end, Budget budget) {
        List<Block.Row> rows = new ArrayList<>();
        List<Block.Cell> row = new ArrayList<>();
        int[] below = new int[MOST_COLUMNS];
        int[] belowSpan = new int[MOST_COLUMNS];
        int cellStart = -1;
        int columnSpan = 1;
        int rowSpan = 1;
        boolean open = false;
        int i = start;
        while (i < end) {
            int tag = text.indexOf('<', i, end);
            if (tag < 0) {
                break;
            }
            int length = Math.max(1, MarkdownWords.tagLength(text, tag, end));
            String name = name(text, tag);
            boolean cellTag = name.equals("td") || name.equals("th");
            boolean closes = cellTag
                    || name.equals("/td")
                    || name.equals("/th")
                    || name.equals("tr")
                    || name.equals("/tr")
                    || name.equals("/table");
            if (closes && cellStart >= 0) {
                add(row, below, belowSpan, columnSpan, rowSpan, CellLines.of(text, cellStart, tag));
                cellStart = -1;
            }
            if (name.equals("tr") || name.equals("/tr") || name.equals("/table")) {
                if (open && (!row.isEmpty() || name.equals("/tr"))) {
                    fillBelow(row, below, belowSpan);
                    rows.add(new Block.Row(row));
                    budget.countCells(row.size());
                    row = new ArrayList<>();
                    budget.check();
                }
                open = name.equals("tr");
            }
            if (cellTag) {
                open = true;
                columnSpan = span(text, tag, length, "col");
                rowSpan = span(text, tag, length, "row");
                cellStart = tag + length;
            }
            i = tag + length;
        }
        if (cellStart >= 0) {
            add(row, below, belowSpan, columnSpan, rowSpan, CellLines.of(text, cellStart, end));
        }
        if (!row.isEmpty()) {
            rows.add(new Block.Row(row));
        }
        return new Block.Table(rows, true);
    }

    private static String name(String text, int tag) {
        int i = tag + 1;
        int limit = Math.min(text.length(), tag + 12);
        while (i < limit && (text.charAt(i) == '/' || Character.isLetter(text.charAt(i)))) {
            i++;
        }
        return text.substring(tag + 1, i).toLowerCase(Locale.ROOT);
    }

    private static int span(String text, int tag, int length, String kind) {
        Matcher matcher = SPAN.matcher(text.substring(tag, tag + length).toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            if (matcher.group(1).equals(kind)) {
                return Math.clamp(Integer.parseInt(matcher.group(2)), 1, kind.equals("col") ? MOST_COLUMNS : 999);
            }
        }
        return 1;
    }

    private static void add(
            List<Block.Cell> row, int[] below, int[] belowSpan, int columnSpan, int rowSpan, List<Passage> lines) {
        int column = skipMerged(row, below, belowSpan);
        if (column >= MOST_COLUMNS) {
            return;
        }
        int span = Math.min(columnSpan, MOST_COLUMNS - column);
        row.add(new Block.Cell(column, span, false, lines));
        if (rowSpan > 1) {
            below[column] = rowSpan;
            belowSpan[column] = span;
        }
    }

    /** Puts in the cells that go on from above before the next free column, which it answers. */
    private static int skipMerged(List<Block.Cell> row, int[] below, int[] belowSpan) {
        int column = row.isEmpty() ? 0 : row.getLast().column() + row.getLast().columnSpan();
        while (column < MOST_COLUMNS && below[column] > 1 && !startedHere(row, column)) {
            below[column]--;
            row.add(new Block.Cell(column, belowSpan[column], true, List.of()));
            column += belowSpan[column];
        }
        return column;
    }

    private static boolean startedHere(List<Block.Cell> row, int column) {
        return row.stream().anyMatch(cell -> cell.column() == column);
    }

    private static void fillBelow(List<Block.Cell> row, int[] below, int[] belowSpan) {
        int width = 0;
        for (int column = 0; column < MOST_COLUMNS; column++) {
            width = below[column] > 1 ? column + 1 : width;
        }
        while (true) {
            int before = row.size();
            int column = skipMerged(row, below, belowSpan);
            if (row.size() == before || column >= width) {
                return;
            }
        }
    }
}
