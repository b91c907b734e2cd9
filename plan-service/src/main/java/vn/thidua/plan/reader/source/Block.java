package vn.thidua.plan.reader.source;

import java.util.List;

/** One thing after the other, in reading order. */
public sealed interface Block {

    /**
     * A paragraph, or one line where the source knows lines only.
     *
     * @param words without surrounding white space, never empty; an automatic ordinal ("1.", "a)", "-") is part of them
     * @param bold all of it is set in bold (a heading, the title, the second line of an issuer)
     * @param centred it is set in the middle of its column
     */
    record Paragraph(Passage words, boolean bold, boolean centred) implements Block {}

    /**
     * Cells side by side: a table in the strict sense, and as well a borderless one that only sets header lines,
     * recipients and signature next to each other.
     *
     * @param ruled it has lines, or marks that stand for lines (pipes, HTML)
     */
    record Table(List<Row> rows, boolean ruled) implements Block {
        public Table {
            rows = List.copyOf(rows);
        }

        /** Number of columns, spans counted. */
        public int width() {
            int width = 0;
            for (Row row : rows) {
                for (Cell cell : row.cells()) {
                    width = Math.max(width, cell.column() + cell.columnSpan());
                }
            }
            return width;
        }
    }

    record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * @param column first column it covers, from 0
     * @param columnSpan how many columns it covers, 1 and more
     * @param merged it goes on from the row above (vertically merged): it then has no lines of its own
     * @param lines its paragraphs, each not empty
     */
    record Cell(int column, int columnSpan, boolean merged, List<Passage> lines) {
        public Cell {
            lines = List.copyOf(lines);
        }
    }

    /** A new page begins here, as far as the source knows pages. */
    record PageBreak() implements Block {}
}
