package vn.thidua.plan.reader.intake.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a page: those inside of ruled tables by cell, the others by row.
 *
 * @param separator height of a short line like the one above footnotes; infinite if there is none
 */
record PageLayout(
        int page, double width, double height, List<VisualRow> rows, List<RuledTable> tables, double separator) {

    static PageLayout of(int page, PageContent content) {
        List<Letter> letters = Lettering.tidy(content);
        List<Grid> grids = Grids.of(content.rules());
        List<RuledTable.Filling> fillings =
                grids.stream().map(RuledTable.Filling::new).toList();
        List<Letter> free = place(letters, fillings);
        List<TextLine> lines = new ArrayList<>(Lines.of(free));
        for (Word word : Lettering.sideways(content)) {
            RuledTable.@Nullable Filling filling = fillings.stream()
                    .filter(one -> one.holds(word.middle(), word.centre()))
                    .findFirst()
                    .orElse(null);
            if (filling != null) {
                filling.add(word);
            }
        }
        return new PageLayout(
                page,
                content.width(),
                content.height(),
                VisualRow.of(page, lines),
                fillings.stream().map(RuledTable.Filling::table).toList(),
                separator(content, grids));
    }

    /** @return letters outside of all tables */
    private static List<Letter> place(List<Letter> letters, List<RuledTable.Filling> fillings) {
        List<Letter> free = new ArrayList<>();
        @Nullable Letter before = null;
        RuledTable.@Nullable Filling filling = null;
        double x = 0;
        for (Letter letter : letters) {
            double y = letter.y() - letter.size() / 3;
            // a word that sticks out of its cell stays in it as a whole
            boolean goesOn = filling != null && before != null && follows(letter, before);
            if (!goesOn) {
                x = letter.middle();
                filling = null;
                for (RuledTable.Filling one : fillings) {
                    if (one.holds(x, y)) {
                        filling = one;
                        break;
                    }
                }
            }
            if (filling == null) {
                free.add(letter);
            } else {
                filling.add(letter, x, y);
            }
            before = letter;
        }
        return free;
    }

    private static boolean follows(Letter letter, Letter before) {
        double gap = letter.x() - before.endX();
        return letter.y() == before.y()
                && Math.abs(gap) < 0.1 * letter.size()
                && !letter.isBlank()
                && !before.isBlank();
    }

    /** Word draws 144 points above its footnotes, LibreOffice a quarter of the line. */
    private static double separator(PageContent content, List<Grid> grids) {
        double found = Double.POSITIVE_INFINITY;
        for (Rule rule : Grids.merged(content.rules())) {
            boolean fits = rule.horizontal()
                    && rule.length() > 50
                    && rule.length() < 0.4 * content.width()
                    && rule.from() < 0.25 * content.width()
                    && rule.at() > 0.4 * content.height();
            if (fits && grids.stream().noneMatch(grid -> grid.box().holds(rule.from() + 1, rule.at()))) {
                found = rule.at();
            }
        }
        return found;
    }

    PageLayout with(List<VisualRow> newRows) {
        return new PageLayout(page, width, height, newRows, tables, separator);
    }

    boolean isEmpty() {
        return rows.isEmpty() && tables.isEmpty();
    }
}
