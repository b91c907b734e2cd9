package vn.thidua.plan.reader.intake.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thidua.plan.reader.intake.Budget;

/** Turns the pages, one after the other, to the blocks of one document. */
final class DocumentReader {
    private static final int FEW_LINES = 10;

    private final List<PageLayout> pages;
    private final Budget budget;
    private final Map<Integer, Margins> margins = new HashMap<>();
    private final List<PageBlock> blocks = new ArrayList<>();
    private final List<VisualRow> flow = new ArrayList<>();
    /** The page on which the last block ends. */
    private int lastPage;

    DocumentReader(List<PageLayout> pages, Budget budget) {
        this.pages = pages;
        this.budget = budget;
    }

    List<PageBlock> blocks() {
        findMargins();
        double offset = 0;
        for (PageLayout page : pages) {
            budget.check();
            offset = read(page, offset);
        }
        flush();
        return blocks;
    }

    /** Pages of one width share their margins: a last page of three lines tells nothing about its own. */
    private void findMargins() {
        Map<Long, List<TextLine>> lines = new HashMap<>();
        for (PageLayout page : pages) {
            List<TextLine> same = lines.computeIfAbsent(Math.round(page.width() / 4), width -> new ArrayList<>());
            page.rows().forEach(row -> same.add(row.line()));
        }
        Map<Long, Margins> found = new HashMap<>();
        lines.forEach((width, same) -> found.put(width, Margins.of(same)));
        for (PageLayout page : pages) {
            long width = Math.round(page.width() / 4);
            // pages with a table and two lines above it: the table tells where the margins are
            if (lines.getOrDefault(width, List.of()).size() < FEW_LINES) {
                for (RuledTable table : page.tables()) {
                    found.computeIfPresent(width, (key, margin) -> margin.with(table.edges()));
                }
            }
        }
        for (PageLayout page : pages) {
            margins.put(page.page(), found.getOrDefault(Math.round(page.width() / 4), new Margins(0, 1)));
        }
    }

    /** @return where the measure of height goes on for the next page */
    private double read(PageLayout page, double offset) {
        int next = 0;
        double shift = offset;
        double last = offset;
        boolean first = true;
        for (VisualRow row : page.rows()) {
            double y = row.line().baseline();
            while (next < page.tables().size() && page.tables().get(next).top() < y) {
                add(page.tables().get(next++).block(page.page()));
            }
            if (first) {
                // the first line of a page stands right below the last one of the page before
                shift = offset + 1.25 * row.line().size() - y;
                first = false;
            }
            last = y + shift;
            flow.add(row.at(last));
        }
        while (next < page.tables().size()) {
            add(page.tables().get(next++).block(page.page()));
        }
        return last;
    }

    private void add(PageBlock.Cells table) {
        flush();
        if (table.rows().isEmpty()) {
            return;
        }
        if (!blocks.isEmpty() && blocks.getLast() instanceof PageBlock.Cells upper && lastPage < table.page()) {
            List<PageBlock.Cells> joined = TableJoiner.join(upper, table);
            if (!joined.isEmpty()) {
                blocks.set(blocks.size() - 1, joined.getFirst());
                lastPage = table.page();
                return;
            }
        }
        blocks.add(table);
        lastPage = table.page();
    }

    private void flush() {
        if (!flow.isEmpty()) {
            lastPage = flow.getLast().page();
            blocks.addAll(FlowReader.read(List.copyOf(flow), margins));
            flow.clear();
        }
    }
}
