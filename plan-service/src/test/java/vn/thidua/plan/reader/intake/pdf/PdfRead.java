package vn.thidua.plan.reader.intake.pdf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.Block;
import vn.thidua.plan.reader.source.SourceDocument;

/** A read document in words that a test can compare. */
final class PdfRead {
    private PdfRead() {}

    static SourceDocument read(byte[] bytes) {
        return PdfIntake.read(bytes, Budget.of(Duration.ofSeconds(30), 1_000_000));
    }

    /** Every block as one string; a table as its rows, cells set apart by " | ", lines of a cell by " / ". */
    static List<String> blocks(byte[] bytes) {
        return read(bytes).blocks().stream().map(PdfRead::show).toList();
    }

    static List<String> rows(byte[] bytes) {
        List<String> rows = new ArrayList<>();
        for (Block block : read(bytes).blocks()) {
            if (block instanceof Block.Table table) {
                table.rows().forEach(row -> rows.add(show(row)));
            }
        }
        return rows;
    }

    private static String show(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> paragraph.words().toString();
            case Block.PageBreak pageBreak -> "(page)";
            case Block.Table table -> table.rows().stream().map(PdfRead::show).collect(Collectors.joining("\n"));
        };
    }

    private static String show(Block.Row row) {
        return row.cells().stream()
                .map(cell -> {
                    String span = cell.columnSpan() > 1 ? "{" + cell.columnSpan() + "}" : "";
                    String merged = cell.merged() ? "^" : "";
                    return span
                            + merged
                            + cell.lines().stream().map(Object::toString).collect(Collectors.joining(" / "));
                })
                .collect(Collectors.joining(" | "));
    }
}
