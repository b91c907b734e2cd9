package vn.thidua.plan.reader.intake.docx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.source.IntakeNote;

/** Reads tables. */
final class TableReader {
    /** Word allows 63 columns. */
    private static final int MAX_COLUMNS = 64;

    /** Reads paragraphs and tables inside of the element the cursor is at. */
    interface Inside {
        /** @param other is given every child that is neither */
        List<Content> read(XmlCursor.Children other);
    }

    private final Reading reading;
    private final XmlCursor xml;
    /** Reads the contents of a cell. */
    private final Inside inside;

    TableReader(Reading reading, Inside inside) {
        this.reading = reading;
        this.xml = reading.xml;
        this.inside = inside;
    }

    /** The cursor is at {@code w:tbl}. */
    Content.Table read() {
        TableReading table = new TableReading();
        xml.children(table::child);
        return table.result();
    }

    private final class TableReading {
        private final List<Content.Row> rows = new ArrayList<>();
        private @Nullable String style;
        /** Sides of the table with a line; negative when the table says nothing itself. */
        private int lines = -1;

        private int cells;
        private int linedCells;

        void child(String name) {
            switch (name) {
                case "tblPr", "tblPrEx" ->
                    xml.children(property -> {
                        switch (property) {
                            case "tblStyle" -> style = xml.value();
                            case "tblBorders" -> lines = Math.max(lines, Borders.count(xml));
                            default -> {
                                // width, place, colours
                            }
                        }
                    });
                case "tr" -> {
                    RowReading row = new RowReading(this);
                    xml.children(row::child);
                    row.addTo(rows);
                }
                case "sdt" -> reading.control(this::child);
                case "ins", "moveTo", "customXml" -> xml.children(this::child);
                default -> {
                    // the grid of widths, bookmarks
                }
            }
        }

        Content.Table result() {
            boolean ruled = lines > 0
                    || lines < 0 && reading.styles.isRuled(style)
                    // one line under a name in the header is an ornament, two sides of many cells are a grid
                    || linedCells > 0 && linedCells * 2 >= cells;
            return new Content.Table(rows, ruled);
        }
    }

    private final class RowReading {
        private final TableReading table;
        private final List<Content.Cell> cells = new ArrayList<>();
        private int column;
        private boolean deleted;

        RowReading(TableReading table) {
            this.table = table;
        }

        void child(String name) {
            switch (name) {
                case "tblPrEx" -> table.child(name);
                case "trPr" -> xml.children(this::property);
                case "tc" -> {
                    if (!deleted) {
                        reading.cell();
                        CellReading cell = new CellReading();
                        cell.read();
                        add(cell);
                    }
                }
                case "sdt" -> reading.control(this::child);
                case "ins", "moveTo", "customXml" -> xml.children(this::child);
                default -> {
                    // bookmarks
                }
            }
        }

        private void property(String name) {
            switch (name) {
                case "gridBefore" -> column = Math.clamp(xml.number("val", 0), 0, MAX_COLUMNS);
                case "del", "moveFrom" -> {
                    deleted = true;
                    reading.note(IntakeNote.TRACKED_CHANGES);
                }
                case "ins", "moveTo" -> reading.note(IntakeNote.TRACKED_CHANGES);
                default -> {
                    // height, and whether it is repeated on each page
                }
            }
        }

        private void add(CellReading read) {
            table.cells++;
            table.linedCells += read.lines > 1 ? 1 : 0;
            boolean full = column >= MAX_COLUMNS;
            if ((read.goesOnSideways || full) && !cells.isEmpty()) {
                Content.Cell last = cells.removeLast();
                List<Content> both = new ArrayList<>(last.contents());
                both.addAll(read.contents);
                int span = full ? last.columnSpan() : last.columnSpan() + read.span;
                cells.add(new Content.Cell(last.column(), span, last.merged(), both));
            } else {
                boolean merged = read.goesOnDown && isAbove();
                cells.add(new Content.Cell(column, read.span, merged, merged ? List.of() : read.contents));
            }
            column += full ? 0 : read.span;
        }

        /** A cell that claims to go on from above where nothing is above is a cell of its own. */
        private boolean isAbove() {
            return !table.rows.isEmpty()
                    && table.rows.getLast().cells().stream().anyMatch(cell -> cell.column() == column);
        }

        void addTo(List<Content.Row> rows) {
            if (!cells.isEmpty()) {
                rows.add(new Content.Row(cells));
            }
        }
    }

    private final class CellReading {
        private List<Content> contents = List.of();
        private int span = 1;
        private int lines;
        private boolean goesOnDown;
        private boolean goesOnSideways;
        private boolean deleted;

        /** The cursor is at {@code w:tc}. */
        void read() {
            List<Content> found = inside.read(name -> {
                if (name.equals("tcPr")) {
                    xml.children(this::property);
                }
            });
            contents = deleted ? List.of() : found;
        }

        private void property(String name) {
            switch (name) {
                case "gridSpan" -> span = Math.clamp(xml.number("val", 1), 1, MAX_COLUMNS);
                case "vMerge" -> goesOnDown = !xml.value().equals("restart");
                case "hMerge" -> goesOnSideways = !xml.value().equals("restart");
                case "tcBorders" -> lines = Borders.count(xml);
                case "cellDel" -> {
                    deleted = true;
                    reading.note(IntakeNote.TRACKED_CHANGES);
                }
                case "cellIns" -> reading.note(IntakeNote.TRACKED_CHANGES);
                default -> {
                    // width, colours, direction of the text
                }
            }
        }
    }
}
