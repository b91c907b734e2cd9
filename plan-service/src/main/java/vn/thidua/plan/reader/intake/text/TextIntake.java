package vn.thidua.plan.reader.intake.text;

import java.util.ArrayList;
import java.util.List;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.intake.RefusalReason;
import vn.thidua.plan.reader.intake.RefusedException;
import vn.thidua.plan.reader.source.Block;
import vn.thidua.plan.reader.source.IntakeNote;
import vn.thidua.plan.reader.source.Passage;
import vn.thidua.plan.reader.source.SourceDocument;

/**
 * Text into blocks: HTML tables, pipe tables, tab tables, columns set with blanks, paragraphs, hard-wrapped lines. The
 * text itself stays as it is, save for line ends and letters ({@link TextNormaliser}); marks of markdown are left out of
 * the passages only.
 */
public final class TextIntake {
    private final TextLines lines;
    private final Budget budget;
    private final List<Block> blocks = new ArrayList<>();
    private final int wrapWidth;

    private TextIntake(TextLines lines, Budget budget) {
        this.lines = lines;
        this.budget = budget;
        this.wrapWidth = lines.wrapWidth();
    }

    /** @param notes what was done to the letters before */
    public static SourceDocument read(String raw, Budget budget, List<IntakeNote> notes) {
        TextNormaliser.Normalised normalised = TextNormaliser.normalise(raw, budget);
        if (normalised.text().isBlank()) {
            throw new RefusedException(RefusalReason.EMPTY);
        }
        TextIntake intake = new TextIntake(TextLines.of(normalised), budget);
        intake.readAll();
        return new SourceDocument(normalised.text(), intake.blocks, notes);
    }

    private void readAll() {
        int i = 0;
        while (i < lines.count()) {
            budget.check();
            if (lines.breaksPage(i) && !blocks.isEmpty()) {
                blocks.add(new Block.PageBreak());
            }
            i = readAt(i);
        }
    }

    private int readAt(int i) {
        if (lines.isBlank(i) || lines.isDecoration(i)) {
            return i + 1;
        }
        int htmlTable = lines.find(i, "<table");
        if (htmlTable >= 0) {
            return htmlTable(i, htmlTable);
        }
        for (SideBySide kind : SideBySide.values()) {
            SideBySide.Region region = kind.region(lines, i, budget);
            if (region != null) {
                blocks.add(region.table());
                return region.next();
            }
        }
        return paragraph(i);
    }

    private int htmlTable(int i, int start) {
        int end = HtmlTable.end(lines.text(), start);
        addParagraph(MarkdownWords.of(lines.text(), lines.start(i), start));
        Block.Table table = HtmlTable.read(lines.text(), start, end, budget);
        if (!table.rows().isEmpty()) {
            blocks.add(table);
        }
        int line = lines.at(end);
        if (end < lines.end(line)) {
            addParagraph(MarkdownWords.of(lines.text(), end, lines.end(line)));
        }
        return line + 1;
    }

    /** One line, and with it those that an editor with a fixed width has wrapped off it. */
    private int paragraph(int first) {
        MarkdownWords words = lines.words(first);
        if (words.words().isEmpty()) {
            return first + 1;
        }
        if (wrapWidth == 0) {
            addParagraph(words);
            return first + 1;
        }
        List<Passage> parts = new ArrayList<>();
        parts.add(words.words());
        int i = first;
        while (i + 1 < lines.count() && lines.wrapsInto(i, wrapWidth) && !opensTable(i + 1)) {
            i++;
            parts.add(lines.words(i).words());
        }
        Passage all = Passage.join(parts, " ");
        blocks.add(new Block.Paragraph(all, words.bold(), lines.indent(first) >= 12));
        return i + 1;
    }

    private boolean opensTable(int i) {
        return lines.find(i, "<table") >= 0 || lines.gaps(i) > 0;
    }

    private void addParagraph(MarkdownWords words) {
        if (!words.words().isEmpty()) {
            blocks.add(new Block.Paragraph(words.words(), words.bold(), false));
        }
    }
}
