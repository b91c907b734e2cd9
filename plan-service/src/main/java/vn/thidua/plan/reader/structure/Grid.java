package vn.thidua.plan.reader.structure;

import java.util.ArrayList;
import java.util.List;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.source.Block;
import vn.thidua.plan.reader.source.Passage;

/** A table as a rectangle: every position has a cell, merged ones know where they go on from. */
public final class Grid {
    /**
     * @param lines paragraphs of the cell; those of the cell above when it is merged with that
     * @param merged it goes on from the row above
     * @param covered it goes on from the cell at its left
     */
    public record Cell(List<Passage> lines, boolean merged, boolean covered) {
        static final Cell EMPTY = new Cell(List.of(), false, false);

        public boolean isEmpty() {
            return lines.isEmpty();
        }

        /** All paragraphs in one. */
        public Passage words() {
            return Passage.join(lines, " ");
        }
    }

    private final List<List<Cell>> rows = new ArrayList<>();
    private final int width;

    public Grid(Block.Table table) {
        this.width = table.width();
        for (Block.Row row : table.rows()) {
            add(row);
        }
    }

    private void add(Block.Row row) {
        List<Cell> cells = new ArrayList<>();
        for (Block.Cell cell : row.cells()) {
            while (cells.size() < cell.column()) {
                cells.add(Cell.EMPTY);
            }
            List<Passage> lines = cell.lines();
            if (cell.merged() && !rows.isEmpty() && cell.column() < width) {
                lines = rows.getLast().get(cell.column()).lines();
            }
            for (int i = 0; i < cell.columnSpan(); i++) {
                cells.add(new Cell(lines, cell.merged(), i > 0));
            }
        }
        while (cells.size() < width) {
            cells.add(Cell.EMPTY);
        }
        rows.add(cells);
    }

    /** This table and, below it, the rows of {@code other} from {@code firstRow} on. */
    public void append(Grid other, int firstRow) {
        for (int i = firstRow; i < other.rows.size(); i++) {
            List<Cell> cells = new ArrayList<>(other.rows.get(i));
            while (cells.size() < width) {
                cells.add(Cell.EMPTY);
            }
            rows.add(cells);
        }
    }

    public int width() {
        return width;
    }

    /** Columns that have words in at least one row. */
    public int filledColumns() {
        int filled = 0;
        for (int column = 0; column < width; column++) {
            boolean words = false;
            for (List<Cell> row : rows) {
                words |= !row.get(column).isEmpty() && !row.get(column).covered();
            }
            filled += words ? 1 : 0;
        }
        return filled;
    }

    public int height() {
        return rows.size();
    }

    public Cell cell(int row, int column) {
        return rows.get(row).get(column);
    }

    /** The cells of a row that are there by themselves and have words. */
    public List<Passage> ownWords(int row) {
        List<Passage> words = new ArrayList<>();
        for (Cell cell : rows.get(row)) {
            if (!cell.isEmpty() && !cell.merged() && !cell.covered()) {
                words.add(cell.words());
            }
        }
        return words;
    }

    /** What the row says, to tell whether two rows say the same. */
    public String key(int row) {
        StringBuilder key = new StringBuilder();
        for (Passage words : ownWords(row)) {
            key.append(Fold.key(words)).append('|');
        }
        return key.toString();
    }

    /** All words from the first column down, then the second: how side-by-side text is read. */
    public List<Passage> byColumn() {
        List<Passage> lines = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            for (int row = 0; row < rows.size(); row++) {
                Cell cell = cell(row, column);
                if (!cell.merged() && !cell.covered()) {
                    lines.addAll(cell.lines());
                }
            }
        }
        return lines;
    }
}
