package vn.thidua.plan.reader.intake.docx;

import java.util.ArrayList;
import java.util.List;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.DocumentComposer;
import vn.thidua.plan.reader.source.DocumentComposer.DraftCell;

/** Hands what was read to the composer, block by block. */
final class Layout {
    private final DocumentComposer composer;
    private final Letters letters;
    private final Budget budget;

    Layout(DocumentComposer composer, Letters letters, Budget budget) {
        this.composer = composer;
        this.letters = letters;
        this.budget = budget;
    }

    void add(List<Content> contents) {
        for (Content each : contents) {
            budget.check();
            switch (each) {
                case Content.Paragraph paragraph -> paragraph(paragraph);
                case Content.Table table -> table(table);
                case Content.PageBreak ignored -> composer.pageBreak();
            }
        }
    }

    private void paragraph(Content.Paragraph paragraph) {
        for (Lines.Line line : Lines.ofBody(paragraph, letters)) {
            if (line.pageBefore()) {
                composer.pageBreak();
            }
            List<String> columns = Columns.of(line.text());
            if (columns.size() > 1) {
                columns(columns);
            } else if (!columns.getFirst().equals(paragraph.ordinal())) {
                composer.paragraph(columns.getFirst(), line.bold(), paragraph.centred());
            }
        }
    }

    private void columns(List<String> columns) {
        List<DraftCell> row = new ArrayList<>();
        for (String column : columns) {
            row.add(new DraftCell(row.size(), 1, false, List.of(column)));
        }
        composer.table(List.of(row), false);
    }

    private void table(Content.Table table) {
        if (!Inline.hasText(List.of(table))) {
            return;
        }
        if (table.isFrame()) {
            table.rows().forEach(row -> add(row.cells().getFirst().contents()));
            return;
        }
        List<List<DraftCell>> rows = new ArrayList<>();
        for (Content.Row row : table.rows()) {
            budget.check();
            List<DraftCell> cells = new ArrayList<>();
            for (Content.Cell cell : row.cells()) {
                cells.add(new DraftCell(cell.column(), cell.columnSpan(), cell.merged(), lines(cell.contents())));
            }
            rows.add(cells);
        }
        composer.table(rows, table.ruled());
    }

    private List<String> lines(List<Content> contents) {
        List<String> lines = new ArrayList<>();
        for (Content each : contents) {
            switch (each) {
                case Content.Paragraph paragraph -> {
                    for (Lines.Line line : Lines.ofCell(paragraph, letters)) {
                        String text = line.text().replace(Content.TAB, ' ').strip();
                        boolean bareBullet = text.equals("-") || text.equals("+");
                        if (!text.isEmpty() && !(bareBullet && text.equals(paragraph.ordinal()))) {
                            lines.add(text);
                        }
                    }
                }
                case Content.Table table -> {
                    for (Content.Row row : table.rows()) {
                        List<String> words = new ArrayList<>();
                        row.cells().forEach(cell -> words.addAll(lines(cell.contents())));
                        lines.add(String.join(" ", words));
                    }
                }
                case Content.PageBreak ignored -> {
                    // the row is torn, the cell is not
                }
            }
        }
        return lines;
    }
}
