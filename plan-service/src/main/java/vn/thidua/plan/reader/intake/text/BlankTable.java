package vn.thidua.plan.reader.intake.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.grammar.OrdinalGrammar;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.intake.layout.AlignedTable;
import vn.thidua.plan.reader.intake.layout.AlignedTable.Fragment;
import vn.thidua.plan.reader.intake.layout.AlignedTable.Line;
import vn.thidua.plan.reader.source.Block;
import vn.thidua.plan.reader.source.Passage;

/** A table whose columns are set with blanks: its heading says so, its rows keep to the columns. */
final class BlankTable {
    private static final Pattern HEADING = Pattern.compile("^s?tt\\b|noi dung|nhiem vu|cong viec|hoat dong");
    /** A table is not followed over more lines than this. */
    private static final int LONGEST = 20_000;
    /** Blank lines behind which a table does not go on, a page break aside. */
    private static final int MOST_BLANK_LINES = 4;

    private BlankTable() {}

    /** A word by its place in the line. */
    private record Word(int start, int end) {}

    static SideBySide.@Nullable Region region(TextLines lines, int first, Budget budget) {
        if (columnGaps(lines, first) < 1
                || !HEADING.matcher(Fold.bare(lines.words(first).words())).find()) {
            return null;
        }
        List<Line<Word>> candidates = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        int blank = 0;
        for (int i = first; i < lines.count() && candidates.size() < LONGEST; i++) {
            if (lines.isBlank(i)) {
                if (++blank > MOST_BLANK_LINES) {
                    break;
                }
                continue;
            }
            blank = 0;
            if (i > first && opensSection(lines, i)) {
                break;
            }
            if (!lines.isDecoration(i)) {
                candidates.add(new Line<>(
                        words(lines, i),
                        numbers.isEmpty()
                                ? 0
                                : top(
                                        lines,
                                        numbers.getLast(),
                                        i,
                                        candidates.getLast().top())));
                numbers.add(i);
            }
            if ((i & 0xff) == 0) {
                budget.check();
            }
        }
        String text = lines.text();
        AlignedTable.Found<Word> found = AlignedTable.first(
                candidates, AlignedTable.Metric.CHARACTERS, word -> text.substring(word.start(), word.end()));
        if (found == null || found.rows().size() < 2 || found.rows().getFirst().size() < 2) {
            return null;
        }
        List<Block.Row> rows = new ArrayList<>();
        for (List<AlignedTable.Cell<Word>> row : found.rows()) {
            rows.add(new Block.Row(row.stream().map(cell -> cell(lines, cell)).toList()));
        }
        return new SideBySide.Region(new Block.Table(rows, true), numbers.get(found.end() - 1) + 1);
    }

    /** A heading of a section, and no row of a group: the lines below it do not keep to the columns. */
    private static boolean opensSection(TextLines lines, int line) {
        OrdinalGrammar.Ordinal ordinal = OrdinalGrammar.of(lines.words(line).words());
        if (columnGaps(lines, line) > 0 || ordinal == null || ordinal.kind() != OrdinalGrammar.Kind.ROMAN) {
            return false;
        }
        int next = lines.nextNotBlank(line + 1);
        return next >= lines.count() || columnGaps(lines, next) == 0;
    }

    /** Blank lines widen the distance, but a page break between two rows is no distance at all. */
    private static double top(TextLines lines, int before, int line, double top) {
        for (int i = before + 1; i <= line; i++) {
            if (lines.breaksPage(i)) {
                return top + 1;
            }
        }
        return top + Math.min(2, line - before);
    }

    private static int columnGaps(TextLines lines, int line) {
        int gaps = 0;
        int run = 0;
        for (int i = lines.firstLetter(line); i < lines.lastLetter(line); i++) {
            if (lines.text().charAt(i) == ' ') {
                run++;
            } else {
                gaps += run >= 2 ? 1 : 0;
                run = 0;
            }
        }
        return gaps;
    }

    private static List<Fragment<Word>> words(TextLines lines, int line) {
        String text = lines.text();
        int start = lines.start(line);
        List<Fragment<Word>> words = new ArrayList<>();
        int from = -1;
        for (int i = lines.firstLetter(line); i <= lines.lastLetter(line); i++) {
            boolean letter = i < lines.lastLetter(line) && !Character.isWhitespace(text.charAt(i));
            if (letter && from < 0) {
                from = i;
            } else if (!letter && from >= 0) {
                words.add(new Fragment<>(from - start, i - start, new Word(from, i)));
                from = -1;
            }
        }
        return words;
    }

    private static Block.Cell cell(TextLines lines, AlignedTable.Cell<Word> cell) {
        List<Passage> paragraphs = new ArrayList<>();
        List<Passage> open = new ArrayList<>();
        for (List<Fragment<Word>> line : cell.lines()) {
            if (line.isEmpty()) {
                continue;
            }
            Passage words = MarkdownWords.of(
                            lines.text(),
                            line.getFirst().payload().start(),
                            line.getLast().payload().end())
                    .words();
            if (words.isEmpty()) {
                continue;
            }
            if (!open.isEmpty() && !goesOn(open.getLast(), words)) {
                paragraphs.add(Passage.join(open, " "));
                open.clear();
            }
            open.add(words);
        }
        if (!open.isEmpty()) {
            paragraphs.add(Passage.join(open, " "));
        }
        return new Block.Cell(cell.column(), cell.columnSpan(), false, paragraphs);
    }

    private static boolean goesOn(Passage before, Passage words) {
        return "-+•*".indexOf(words.charAt(0)) < 0 && before.charAt(before.length() - 1) != ';';
    }
}
