package vn.thidua.plan.reader.intake.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.thidua.plan.reader.intake.layout.AlignedTable;
import vn.thidua.plan.reader.source.DocumentComposer.DraftCell;

/** Reads rows between two ruled tables, over as many pages as they go: tables without lines, blocks, paragraphs. */
final class FlowReader {
    /** Least white between columns, in font sizes; a blank has a quarter of one. */
    private static final double COLUMN_GAP = 0.9;

    private static final double LEAST_GAP = 0.2;
    private static final double BLANK = 0.4;

    private final List<VisualRow> rows;
    private final Map<Integer, Margins> margins;
    private final List<PageBlock> blocks = new ArrayList<>();

    private FlowReader(List<VisualRow> rows, Map<Integer, Margins> margins) {
        this.rows = rows;
        this.margins = margins;
    }

    static List<PageBlock> read(List<VisualRow> rows, Map<Integer, Margins> margins) {
        FlowReader reader = new FlowReader(rows, margins);
        reader.read();
        return reader.blocks;
    }

    private void read() {
        if (rows.isEmpty()) {
            return;
        }
        double size = rows.get(rows.size() / 2).line().size();
        double pitch = Paragraphs.pitch(rows);
        var metric = new AlignedTable.Metric(
                COLUMN_GAP * size, LEAST_GAP * size, BLANK * size, Math.max(pitch, 1.15 * size));
        List<AlignedTable.Line<Word>> lines =
                rows.stream().map(FlowReader::line).toList();
        int at = 0;
        for (AlignedTable.Found<Word> found : AlignedTable.find(lines, metric, Word::text)) {
            between(at, found.first());
            blocks.add(aligned(found));
            at = found.end();
        }
        between(at, rows.size());
    }

    private static AlignedTable.Line<Word> line(VisualRow row) {
        return new AlignedTable.Line<>(
                row.line().words().stream()
                        .map(word -> new AlignedTable.Fragment<>(word.left(), word.right(), word))
                        .toList(),
                row.y());
    }

    private PageBlock aligned(AlignedTable.Found<Word> found) {
        double right = 0;
        for (int i = found.first(); i < found.end(); i++) {
            right = Math.max(right, rows.get(i).line().right());
        }
        List<List<DraftCell>> draft = new ArrayList<>();
        double[] edges = rightEdges(found, right);
        for (List<AlignedTable.Cell<Word>> row : found.rows()) {
            List<DraftCell> cells = new ArrayList<>();
            for (AlignedTable.Cell<Word> cell : row) {
                List<TextLine> cellLines = cell.lines().stream()
                        .map(words -> new TextLine(words.stream()
                                .map(AlignedTable.Fragment::payload)
                                .toList()))
                        .toList();
                cells.add(new DraftCell(
                        cell.column(),
                        cell.columnSpan(),
                        false,
                        CellText.of(cellLines, edges[cell.column() + cell.columnSpan() - 1])));
            }
            if (draft.isEmpty() || !TableJoiner.sameWords(cells, draft.getFirst())) {
                draft.add(cells);
            }
        }
        return new PageBlock.Cells(rows.get(found.first()).page(), draft, false, new double[0]);
    }

    /** How far right the words of each column go: where its lines were broken. */
    private static double[] rightEdges(AlignedTable.Found<Word> found, double last) {
        double[] edges = new double[found.rows().getFirst().size()];
        for (List<AlignedTable.Cell<Word>> row : found.rows()) {
            for (AlignedTable.Cell<Word> cell : row) {
                for (List<AlignedTable.Fragment<Word>> line : cell.lines()) {
                    int column = cell.column() + cell.columnSpan() - 1;
                    edges[column] = Math.max(edges[column], line.getLast().right());
                }
            }
        }
        edges[edges.length - 1] = Math.max(edges[edges.length - 1], last);
        return edges;
    }

    private void between(int from, int to) {
        List<VisualRow> plain = new ArrayList<>();
        for (int i = from; i < to; ) {
            SideBySide block = SideBySide.at(rows.subList(0, to), i, marginsOf(i));
            if (block.isEmpty()) {
                plain.add(rows.get(i));
                i++;
                continue;
            }
            flush(plain);
            add(block);
            i = block.end();
        }
        flush(plain);
    }

    private Margins marginsOf(int row) {
        return margins.getOrDefault(rows.get(row).page(), new Margins(0, 1));
    }

    private void flush(List<VisualRow> plain) {
        // pages of different widths (a landscape annex) have different margins
        int from = 0;
        for (int i = 1; i <= plain.size(); i++) {
            if (i == plain.size() || !margins(plain, i).equals(margins(plain, from))) {
                Paragraphs.add(plain.subList(from, i), margins(plain, from), blocks);
                from = i;
            }
        }
        plain.clear();
    }

    private Margins margins(List<VisualRow> plain, int row) {
        return margins.getOrDefault(plain.get(row).page(), new Margins(0, 1));
    }

    private void add(SideBySide block) {
        int page = rows.get(block.first()).page();
        if (block.columns()) {
            for (List<TextLine> side : List.of(block.left(), block.right())) {
                List<VisualRow> column = side.stream()
                        .map(line -> new VisualRow(page, line.baseline(), line))
                        .toList();
                Paragraphs.add(column, Margins.of(side), blocks);
            }
            return;
        }
        List<DraftCell> cells = List.of(
                new DraftCell(0, 1, false, cellLines(block.left())),
                new DraftCell(1, 1, false, cellLines(block.right())));
        blocks.add(new PageBlock.Cells(page, List.of(cells), false, new double[0]));
    }

    /** One line each, but the later lines of a list item go with it. */
    private static List<String> cellLines(List<TextLine> lines) {
        List<String> cell = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        String before = "";
        boolean inItem = false;
        for (TextLine line : lines) {
            String words = line.text();
            boolean begins = LineStart.isBullet(words, "");
            if (!inItem || begins || LineStart.isFinished(before)) {
                if (!item.isEmpty()) {
                    cell.add(item.toString());
                }
                item.setLength(0);
                inItem = begins;
            }
            item.append(item.isEmpty() ? "" : " ").append(words);
            before = words;
        }
        if (!item.isEmpty()) {
            cell.add(item.toString());
        }
        return cell;
    }
}
