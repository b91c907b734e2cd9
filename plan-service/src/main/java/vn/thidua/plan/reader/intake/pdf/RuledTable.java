package vn.thidua.plan.reader.intake.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import vn.thidua.plan.reader.source.DocumentComposer.DraftCell;

/**
 * A table with lines, filled.
 *
 * @param top height where it begins on its page
 */
record RuledTable(double top, double bottom, double[] edges, List<List<DraftCell>> rows) {
    /** Usual white between the edge of a cell and its words. */
    private static final double PADDING = 5;

    private static final Pattern COUNTED = Pattern.compile("\\d{1,3}[.)]?");

    PageBlock.Cells block(int page) {
        return new PageBlock.Cells(page, rows, true, edges);
    }

    /** Collects what lies in the cells of a grid. */
    static final class Filling {
        private final Grid grid;
        private final Box box;
        /** Index of the slot that covers a place of the grid. */
        private final int[][] owner;

        private final List<List<Letter>> letters = new ArrayList<>();
        private final List<List<Word>> words = new ArrayList<>();

        Filling(Grid grid) {
            this.grid = grid;
            this.box = grid.box();
            this.owner = new int[grid.rows()][grid.columns()];
            for (int i = 0; i < grid.slots().size(); i++) {
                Grid.Slot slot = grid.slots().get(i);
                for (int r = slot.row(); r < slot.row() + slot.rows(); r++) {
                    Arrays.fill(owner[r], slot.column(), slot.column() + slot.columns(), i);
                }
                letters.add(new ArrayList<>());
                words.add(new ArrayList<>());
            }
        }

        boolean holds(double x, double y) {
            return box.holds(x, y);
        }

        void add(Letter letter, double x, double y) {
            letters.get(slot(x, y)).add(letter);
        }

        void add(Word word) {
            words.get(slot(word.middle(), word.centre())).add(word);
        }

        private int slot(double x, double y) {
            return owner[Grid.strip(grid.ys(), y)][Grid.strip(grid.xs(), x)];
        }

        RuledTable table() {
            List<List<TextLine>> lines = new ArrayList<>();
            for (int i = 0; i < letters.size(); i++) {
                List<TextLine> cell = new ArrayList<>(Lines.of(letters.get(i)));
                words.get(i).forEach(word -> cell.add(new TextLine(List.of(word))));
                lines.add(cell);
            }
            List<List<DraftCell>> rows = new ArrayList<>();
            for (int row = 0; row < grid.rows(); row++) {
                List<Double> cuts = cuts(row, lines);
                for (int part = 0; part <= cuts.size(); part++) {
                    double from = part == 0 ? Double.NEGATIVE_INFINITY : cuts.get(part - 1);
                    double to = part == cuts.size() ? Double.POSITIVE_INFINITY : cuts.get(part);
                    List<DraftCell> cells = row(row, lines, from, to, part > 0);
                    if (cells.stream().anyMatch(cell -> !cell.lines().isEmpty())) {
                        rows.add(cells);
                    }
                }
            }
            return new RuledTable(box.top(), box.bottom(), grid.xs(), rows);
        }

        private List<DraftCell> row(int row, List<List<TextLine>> lines, double from, double to, boolean later) {
            List<DraftCell> cells = new ArrayList<>();
            for (int column = 0; column < grid.columns(); ) {
                int index = owner[row][column];
                Grid.Slot slot = grid.slots().get(index);
                boolean merged = slot.row() < row || later && slot.rows() > 1;
                List<TextLine> part = lines.get(index).stream()
                        .filter(line -> slot.rows() > 1 || line.baseline() > from && line.baseline() <= to)
                        .toList();
                double right = grid.xs()[column + slot.columns()] - PADDING;
                cells.add(new DraftCell(column, slot.columns(), merged, merged ? List.of() : CellText.of(part, right)));
                column += slot.columns();
            }
            return cells;
        }

        /**
         * Where one drawn row holds several: a table with upright lines only. Its first column then counts on, one
         * ordinal to a line.
         */
        private List<Double> cuts(int row, List<List<TextLine>> lines) {
            Grid.Slot first = grid.slots().get(owner[row][0]);
            List<TextLine> ordinals = lines.get(owner[row][0]);
            if (first.rows() > 1 || ordinals.size() < 2 || grid.columns() < 2) {
                return List.of();
            }
            List<Double> cuts = new ArrayList<>();
            int before = -1;
            for (TextLine line : ordinals) {
                if (!COUNTED.matcher(line.text()).matches()) {
                    return List.of();
                }
                int number = Integer.parseInt(line.text().replaceAll("\\D", ""));
                if (before >= 0 && number != before + 1) {
                    return List.of();
                }
                if (before >= 0) {
                    cuts.add(line.baseline() - 0.6 * line.size());
                }
                before = number;
            }
            return cuts;
        }
    }
}
