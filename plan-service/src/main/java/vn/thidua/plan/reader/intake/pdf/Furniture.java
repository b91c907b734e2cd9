package vn.thidua.plan.reader.intake.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Leaves out what belongs to the pages and not to the text: page numbers, running titles, footnotes. */
final class Furniture {
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "(?iu)[-–—\\s|]*(?:trang|page)?\\s*(\\d{1,4})(?:\\s*(?:/|of|trên)\\s*\\d{1,4})?[-–—\\s|.]*");
    private static final Pattern MARK = Pattern.compile("\\(?\\[?(?:\\d{1,3}|\\*{1,3})]?\\)?");
    /** Margin of a page in which a repeated line is a running title, in points: 2 cm. */
    private static final double MARGIN = 57;
    /** The same for lines that stand on many pages, as a part of the height. */
    private static final double WIDE_MARGIN = 0.12;

    private boolean footnotes;

    /** Whether {@link #without} met footnotes. */
    boolean hadFootnotes() {
        return footnotes;
    }

    List<PageLayout> without(List<PageLayout> pages) {
        Map<String, Integer> seen = new HashMap<>();
        for (PageLayout page : pages) {
            for (VisualRow row : edgeRows(page)) {
                seen.merge(key(page, row), 1, Integer::sum);
            }
        }
        List<PageLayout> clean = new ArrayList<>();
        for (PageLayout page : pages) {
            List<VisualRow> rows = new ArrayList<>(page.rows());
            rows.removeIf(row -> isRunning(page, row, seen, pages.size()));
            removePageNumber(page, rows);
            removeFootnotes(page, rows);
            clean.add(page.with(rows));
        }
        return clean;
    }

    private static List<VisualRow> edgeRows(PageLayout page) {
        int count = page.rows().size();
        List<VisualRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (i < 3 || i >= count - 3) {
                rows.add(page.rows().get(i));
            }
        }
        return rows;
    }

    private static String key(PageLayout page, VisualRow row) {
        long height = Math.round(row.line().baseline() / 8);
        return Math.round(page.width()) + "|" + height + "|" + row.line().text().replaceAll("\\d+", "#");
    }

    private static boolean isRunning(PageLayout page, VisualRow row, Map<String, Integer> seen, int pages) {
        int times = seen.getOrDefault(key(page, row), 0);
        double baseline = row.line().baseline();
        boolean inMargin = baseline < MARGIN || baseline > page.height() - MARGIN;
        if (inMargin && endsWithItsPage(page, row)) {
            return true;
        }
        if (times >= 2 && inMargin) {
            return true;
        }
        double margin = WIDE_MARGIN * page.height();
        return times >= 3
                && 2 * times > pages
                && (baseline < margin || baseline > page.height() - margin)
                && Lines.pieces(row.line(), 0.9).size() < 3;
    }

    /** A title and, well apart from it, the number of the page. */
    private static boolean endsWithItsPage(PageLayout page, VisualRow row) {
        List<TextLine> pieces = Lines.pieces(row.line(), 2);
        String number = Integer.toString(page.page() + 1);
        return pieces.size() >= 2
                && (pieces.getFirst().text().equals(number)
                        || pieces.getLast().text().equals(number));
    }

    private static void removePageNumber(PageLayout page, List<VisualRow> rows) {
        if (!rows.isEmpty() && isPageNumber(page, rows.getFirst(), rows.size() > 1)) {
            boolean aboveAll = page.tables().stream()
                    .allMatch(table -> table.top() > rows.getFirst().line().baseline());
            if (aboveAll) {
                rows.removeFirst();
            }
        }
        if (!rows.isEmpty() && isPageNumber(page, rows.getLast(), true)) {
            boolean belowAll = page.tables().stream()
                    .allMatch(table -> table.bottom() < rows.getLast().line().baseline());
            if (belowAll) {
                rows.removeLast();
            }
        }
    }

    private static boolean isPageNumber(PageLayout page, VisualRow row, boolean inText) {
        String words = row.line().text();
        var matcher = PAGE_NUMBER.matcher(words);
        if (!matcher.matches()) {
            return false;
        }
        double margin = WIDE_MARGIN * page.height();
        double baseline = row.line().baseline();
        boolean atEdge = baseline < margin || baseline > page.height() - margin;
        int number = Integer.parseInt(matcher.group(1));
        boolean aside = row.line().left() > 0.4 * page.width();
        return atEdge || words.length() > 4 || inText && aside && Math.abs(number - page.page() - 1) <= 2;
    }

    private void removeFootnotes(PageLayout page, List<VisualRow> rows) {
        if (Double.isInfinite(page.separator())) {
            return;
        }
        List<Double> sizes = rows.stream()
                .filter(row -> row.line().baseline() < page.separator())
                .map(row -> row.line().size())
                .sorted()
                .toList();
        List<VisualRow> below = rows.stream()
                .filter(row -> row.line().top() > page.separator() - 2)
                .toList();
        if (sizes.isEmpty() || below.isEmpty()) {
            return;
        }
        double usual = sizes.get(sizes.size() / 2);
        boolean small = below.stream().allMatch(row -> row.line().size() < 0.93 * usual);
        boolean marked = Character.isDigit(below.getFirst().line().text().charAt(0))
                || "*†([".indexOf(below.getFirst().line().text().charAt(0)) >= 0;
        if (small && marked) {
            rows.removeAll(below);
            rows.replaceAll(Furniture::withoutMarks);
            footnotes = true;
        }
    }

    /** The row without the numbers that led to the footnotes. */
    private static VisualRow withoutMarks(VisualRow row) {
        if (row.line().words().stream().noneMatch(Furniture::isMarked)) {
            return row;
        }
        List<Word> words = row.line().words().stream()
                .map(word -> isMarked(word) ? word.withoutRaised() : word)
                .toList();
        return new VisualRow(row.page(), row.y(), new TextLine(words));
    }

    private static boolean isMarked(Word word) {
        return MARK.matcher(word.raised()).matches()
                && word.text().length() > word.raised().length();
    }
}
