package vn.thidua.plan.reader.intake.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.Block;
import vn.thidua.plan.reader.source.Passage;
import vn.thidua.plan.reader.source.SourceDocument;
import vn.thidua.plan.reader.source.SourceRange;

/** A text as blocks, written so that a test can say what it expects. */
final class TextRead {
    private TextRead() {}

    static SourceDocument document(String raw) {
        return TextIntake.read(raw, Budget.of(Duration.ofSeconds(20), 1_000_000), List.of());
    }

    /** A paragraph as its words, a table as "[...]" with "/" between cells and "¶" between rows, a page as "---". */
    static List<String> blocks(String raw) {
        List<String> found = new ArrayList<>();
        for (Block block : document(raw).blocks()) {
            found.add(
                    switch (block) {
                        case Block.Paragraph paragraph -> paragraph.words().toString();
                        case Block.Table table -> table(table);
                        case Block.PageBreak() -> "---";
                    });
        }
        return found;
    }

    private static String table(Block.Table table) {
        List<String> rows = new ArrayList<>();
        for (Block.Row row : table.rows()) {
            List<String> cells = new ArrayList<>();
            for (Block.Cell cell : row.cells()) {
                String words = Passage.join(cell.lines(), " ").toString();
                String span = cell.columnSpan() > 1 ? "<" + cell.columnSpan() + ">" : "";
                cells.add((cell.merged() ? "^" : words) + span);
            }
            rows.add(String.join("/", cells));
        }
        return "[" + String.join("¶", rows) + "]";
    }

    static String words(SourceDocument document, Passage passage) {
        StringBuilder words = new StringBuilder();
        for (SourceRange range : passage.ranges(document.text())) {
            words.append(words.isEmpty() ? "" : "|").append(document.text(), range.start(), range.end());
        }
        return words.toString();
    }
}
