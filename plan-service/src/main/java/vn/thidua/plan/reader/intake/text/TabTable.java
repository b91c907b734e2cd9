package vn.thidua.plan.reader.intake.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.grammar.OrdinalGrammar;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.Block;
import vn.thidua.plan.reader.source.Passage;

/** Cells between tabs. Where no row has three cells, tabs only set two things apart, however many they are. */
final class TabTable {
    /** A line without a tab between two rows that stands for a whole row: a quarter, a month, a heading. */
    private static final Pattern GROUP_ROW = Pattern.compile(
            "(?iu)^\\W*(qu[ýy]\\s|th[áa]ng\\s|[IVX]{1,5}\\s*[.)/-]|[A-E]\\s*[.)/-]|[ivx\\d]{1,4}\\s*$).{0,120}");

    private static final Pattern ORDINAL =
            Pattern.compile("^(?:[-+*•–]|[\\dIVXivx]{1,5}(?:\\.\\d{1,2})*+[.)/]?|[a-zđ][.)])$");

    /** A line that heads a table of its own. */
    private static final Pattern HEADING = Pattern.compile("(?iu)^s?tt(?!\\p{L})");

    /** A line with more tabs is no row: no table of a plan is nearly as wide. */
    private static final int MOST_TABS = 200;

    private TabTable() {}

    static SideBySide.@Nullable Region region(TextLines lines, int first, Budget budget) {
        if (insideTabs(lines, first) == 0) {
            return null;
        }
        if (HEADING.matcher(lines.words(first).words()).lookingAt() && insideTabs(lines, first) >= 2) {
            SideBySide.Region wrapped = wrapped(lines, first, budget);
            if (wrapped != null) {
                return wrapped;
            }
        }
        List<Integer> rowLines = new ArrayList<>();
        int widest = 0;
        int next = first;
        int i = first;
        while (i < lines.count()) {
            budget.check();
            int tabs = insideTabs(lines, i);
            if (!rowLines.isEmpty()
                    && HEADING.matcher(lines.words(i).words()).lookingAt()
                    && !sameWords(lines, rowLines.getFirst(), i)) {
                break;
            }
            boolean emptyFirst = tabs == 0 && !rowLines.isEmpty() && startsWithTab(lines, i);
            if (tabs == 0 && !emptyFirst && !(goesOn(lines, i, next) || isGroup(lines, i))) {
                break;
            }
            rowLines.add(i);
            widest = Math.max(widest, tabs);
            next = i + 1;
            i = lines.nextNotBlank(next);
        }
        while (insideTabs(lines, rowLines.getLast()) == 0
                && !startsWithTab(lines, rowLines.getLast())
                && rowLines.size() > 1) {
            next = rowLines.removeLast();
        }
        if (widest < 2 || rowLines.size() < 2) {
            return twoColumns(lines, first);
        }
        return new SideBySide.Region(new Block.Table(rows(lines, rowLines, budget), true), next);
    }

    /**
     * A table whose cells were wrapped when it was copied: the heading tells how many tabs a row has, and a row that has
     * fewer goes on in the next line. Null where no row is wrapped.
     */
    private static SideBySide.@Nullable Region wrapped(TextLines lines, int first, Budget budget) {
        int tabs = insideTabs(lines, first);
        List<Block.Row> rows = new ArrayList<>();
        rows.add(row(lines, first));
        boolean any = false;
        int i = first + 1;
        while (i < lines.count()) {
            budget.check();
            if (lines.isBlank(i)) {
                break;
            }
            boolean opens = startsRow(lines, i) || startsWithTab(lines, i) || isGroup(lines, i);
            if (!opens) {
                break;
            }
            int from = i;
            int seen = tabsIn(lines, i);
            i++;
            while (i < lines.count()
                    && !lines.isBlank(i)
                    && !startsRow(lines, i)
                    && !startsWithTab(lines, i)
                    && !isGroup(lines, i)
                    && (seen < tabs || tabsIn(lines, i) == 0 && !opensItem(lines, i))) {
                seen += tabsIn(lines, i);
                any = true;
                i++;
            }
            rows.add(cells(lines.text(), lines.start(from), lines.end(i - 1)));
        }
        return any && rows.size() > 2 ? new SideBySide.Region(new Block.Table(rows, true), i) : null;
    }

    /** An item of the outline below the table. */
    private static boolean opensItem(TextLines lines, int i) {
        OrdinalGrammar.Ordinal ordinal = OrdinalGrammar.of(lines.words(i).words());
        return ordinal != null && ordinal.kind() != OrdinalGrammar.Kind.BULLET;
    }

    private static boolean sameWords(TextLines lines, int one, int other) {
        return Fold.key(lines.words(one).words())
                .equals(Fold.key(lines.words(other).words()));
    }

    private static boolean startsRow(TextLines lines, int i) {
        int tab = lines.text().indexOf('\t', lines.start(i));
        return tab > 0
                && tab < lines.end(i)
                && tab - lines.start(i) <= 6
                && ORDINAL.matcher(lines.text().substring(lines.start(i), tab).strip())
                        .matches();
    }

    private static int tabsIn(TextLines lines, int i) {
        return lines.occurrences(i, '\t');
    }

    /** A row whose first cell is empty: the second half of one torn over a page. */
    private static boolean startsWithTab(TextLines lines, int i) {
        return lines.end(i) > lines.start(i) && lines.text().charAt(lines.start(i)) == '\t';
    }

    private static boolean isGroup(TextLines lines, int i) {
        boolean apart = i > 0 && lines.isBlank(i - 1);
        if (apart && opensItem(lines, i) && Fold.isUpperCase(lines.words(i).words())) {
            // a section heading between two tables
            return false;
        }
        if (lines.lastLetter(i) - lines.firstLetter(i) > 120) {
            return false;
        }
        int next = lines.nextNotBlank(i + 1);
        return next < lines.count()
                && insideTabs(lines, next) >= 2
                && !HEADING.matcher(lines.words(next).words()).lookingAt()
                && GROUP_ROW.matcher(lines.words(i).words()).lookingAt();
    }

    /** The line right below a row goes on with its last cell. */
    private static boolean goesOn(TextLines lines, int i, int expected) {
        if (i != expected || i == 0 || lines.isBlank(i)) {
            return false;
        }
        char c = lines.text().charAt(lines.firstLetter(i));
        return Character.isLowerCase(c) || c == '-' || c == '+';
    }

    private static List<Block.Row> rows(TextLines lines, List<Integer> rowLines, Budget budget) {
        List<Block.Row> rows = new ArrayList<>();
        for (int line : rowLines) {
            if (insideTabs(lines, line) == 0 && !startsWithTab(lines, line) && !isGroup(lines, line)) {
                rows.set(rows.size() - 1, goOn(rows.getLast(), lines.words(line).words()));
            } else {
                rows.add(row(lines, line));
                budget.countCells(rows.getLast().cells().size());
            }
        }
        return rows;
    }

    private static Block.Row goOn(Block.Row row, Passage words) {
        List<Block.Cell> cells = new ArrayList<>(row.cells());
        int last = cells.size() - 1;
        while (last > 0 && cells.get(last).lines().isEmpty()) {
            last--;
        }
        Block.Cell cell = cells.get(last);
        List<Passage> parts = new ArrayList<>(cell.lines());
        parts.add(words);
        cells.set(last, new Block.Cell(cell.column(), 1, false, parts));
        return new Block.Row(cells);
    }

    private static Block.Row row(TextLines lines, int line) {
        return cells(lines.text(), lines.start(line), lines.end(line));
    }

    private static Block.Row cells(String text, int start, int end) {
        List<Block.Cell> cells = new ArrayList<>();
        int from = start;
        int column = 0;
        for (int i = from; i <= end; i++) {
            if (i == end || text.charAt(i) == '\t') {
                cells.add(new Block.Cell(column++, 1, false, CellLines.of(text, from, i)));
                from = i + 1;
            }
        }
        return new Block.Row(cells);
    }

    /** Header lines, or recipients and signature: two things next to each other, line after line. */
    private static SideBySide.@Nullable Region twoColumns(TextLines lines, int first) {
        List<Passage> left = new ArrayList<>();
        List<Passage> right = new ArrayList<>();
        int i = first;
        while (i < lines.count() && insideTabs(lines, i) > 0) {
            String text = lines.text();
            int tab = text.indexOf('\t', lines.firstLetter(i));
            int rest = tab;
            while (rest < lines.end(i) && Character.isWhitespace(text.charAt(rest))) {
                rest++;
            }
            Passage leftWords = MarkdownWords.of(text, lines.start(i), tab).words();
            if (ORDINAL.matcher(leftWords).matches()) {
                break;
            }
            left.add(leftWords);
            right.add(MarkdownWords.of(text, rest, lines.end(i)).words());
            i++;
        }
        return left.isEmpty() ? null : new SideBySide.Region(BlankColumns.pair(left, right), i);
    }

    /** Tabs behind the first letter of the line, those at the end counted: they keep the columns. */
    private static int insideTabs(TextLines lines, int line) {
        int tabs = 0;
        for (int i = lines.firstLetter(line); i < lines.end(line); i++) {
            tabs += lines.text().charAt(i) == '\t' ? 1 : 0;
        }
        return tabs > MOST_TABS
                        || lines.isBlank(line)
                        || tabs == 1 && lines.text().charAt(lines.end(line) - 1) == '\t'
                ? 0
                : tabs;
    }
}
