package vn.thidua.plan.document;

import java.util.List;

/** The body of a Word file: paragraphs and tables, one after the other. */
final class WordBody {

    /** Width between the margins, in twentieths of a point. */
    static final int WIDTH = 9354;

    private final StringBuilder xml = new StringBuilder();

    /** Where a paragraph stands between its margins. */
    enum Align {
        LEFT("left"),
        CENTRE("center"),
        BOTH("both");

        private final String name;

        Align(String name) {
            this.name = name;
        }
    }

    /**
     * How a paragraph looks.
     *
     * @param size of its letters, in points
     * @param before space above it, in points
     * @param indent of its first line, in twentieths of a point
     */
    record Look(Align align, int size, boolean bold, boolean italic, int before, int indent) {

        static Look of(Align align, int size) {
            return new Look(align, size, false, false, 0, 0);
        }

        Look strong() {
            return new Look(align, size, true, italic, before, indent);
        }

        Look slanted() {
            return new Look(align, size, bold, true, before, indent);
        }

        Look below(int points) {
            return new Look(align, size, bold, italic, points, indent);
        }

        Look indented(int by) {
            return new Look(align, size, bold, italic, before, by);
        }
    }

    /**
     * A cell.
     *
     * @param content its paragraphs
     * @param span columns it covers
     */
    record Cell(String content, int span) {

        static Cell of(String... paragraphs) {
            return new Cell(String.join("", paragraphs), 1);
        }
    }

    /** @param heading repeated on every page that the table goes on to */
    record Row(List<Cell> cells, boolean heading) {}

    /** An empty line of a letter's height. */
    static String blank(int size) {
        return "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\"/><w:rPr><w:sz w:val=\"" + 2 * size
                + "\"/></w:rPr></w:pPr></w:p>";
    }

    /** A short line in the middle, as below names and titles; {@code indent} is left free on both sides. */
    static String rule(int indent) {
        return "<w:p><w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>"
                + "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/><w:ind w:left=\""
                + indent
                + "\" w:right=\"" + indent + "\"/></w:pPr></w:p>";
    }

    /** {@code words} as they are: blanks count, what XML refuses must be gone. */
    static String paragraph(Look look, String words) {
        StringBuilder out = new StringBuilder("<w:p><w:pPr>");
        out.append("<w:spacing w:before=\"").append(20 * look.before()).append("\" w:after=\"0\"/>");
        if (look.indent() > 0) {
            out.append("<w:ind w:firstLine=\"").append(look.indent()).append("\"/>");
        }
        out.append("<w:jc w:val=\"").append(look.align().name).append("\"/></w:pPr><w:r><w:rPr>");
        out.append(look.bold() ? "<w:b/>" : "").append(look.italic() ? "<w:i/>" : "");
        out.append("<w:sz w:val=\"").append(2 * look.size()).append("\"/></w:rPr><w:t xml:space=\"preserve\">");
        return out.append(WordText.escaped(words)).append("</w:t></w:r></w:p>").toString();
    }

    void add(String paragraph) {
        xml.append(paragraph);
    }

    /**
     * @param widths of the columns, in twentieths of a point
     * @param ruled whether it has lines; one without only sets things side by side
     */
    void table(List<Integer> widths, List<Row> rows, boolean ruled) {
        xml.append("<w:tbl><w:tblPr><w:tblW w:w=\"")
                .append(widths.stream().mapToInt(Integer::intValue).sum())
                .append("\" w:type=\"dxa\"/>")
                .append(borders(ruled))
                .append("<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        widths.forEach(width -> xml.append("<w:gridCol w:w=\"").append(width).append("\"/>"));
        xml.append("</w:tblGrid>");
        for (Row row : rows) {
            xml.append("<w:tr><w:trPr>")
                    .append(ruled && !row.heading() ? "" : "<w:cantSplit/>")
                    .append(row.heading() ? "<w:tblHeader/>" : "")
                    .append("</w:trPr>");
            int column = 0;
            for (Cell cell : row.cells()) {
                int width = widths.subList(column, column + cell.span()).stream()
                        .mapToInt(Integer::intValue)
                        .sum();
                xml.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(width).append("\" w:type=\"dxa\"/>");
                xml.append(cell.span() > 1 ? "<w:gridSpan w:val=\"" + cell.span() + "\"/>" : "");
                xml.append(row.heading() ? "<w:vAlign w:val=\"center\"/>" : "").append("</w:tcPr>");
                xml.append(cell.content().isEmpty() ? "<w:p/>" : cell.content()).append("</w:tc>");
                column += cell.span();
            }
            xml.append("</w:tr>");
        }
        xml.append("</w:tbl>");
    }

    private static String borders(boolean ruled) {
        StringBuilder out = new StringBuilder("<w:tblBorders>");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            out.append("<w:")
                    .append(side)
                    .append(
                            ruled
                                    ? " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
                                    : " w:val=\"nil\"/>");
        }
        return out.append("</w:tblBorders>").toString();
    }

    String xml() {
        return xml.toString();
    }
}
