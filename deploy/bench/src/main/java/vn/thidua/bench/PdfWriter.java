package vn.thidua.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.thidua.bench.Part.Look;
import vn.thidua.bench.Part.Paragraph;
import vn.thidua.bench.Part.SideBySide;
import vn.thidua.bench.Part.Table;

/** Sets A4 pages: wrapped lines, ruled tables whose header stands on every page, page numbers at the top. */
final class PdfWriter {
    private static final float LEFT = 85;
    private static final float WIDTH = PDRectangle.A4.getWidth() - LEFT - 48;
    private static final float TOP = PDRectangle.A4.getHeight() - 62;
    private static final float BOTTOM = 62;
    private static final float SIZE = 13;
    private static final float LEADING = SIZE * 1.22f;
    private static final float INDENT = 34;
    private static final float PAD = 4;

    private final PDDocument document = new PDDocument();
    private final PDFont regular;
    private final PDFont bold;
    /** Widths in points at {@link #SIZE}; asking the font for each letter takes most of the time. */
    private final Map<PDFont, Map<Integer, Float>> widths = new HashMap<>();

    private PDPageContentStream page;
    private int pages;
    private float y;

    private PdfWriter() throws IOException {
        regular = font("Regular");
        bold = font("Bold");
        page = nextPage();
    }

    static byte[] write(List<Part> parts) {
        try {
            PdfWriter writer = new PdfWriter();
            try (writer.document) {
                return writer.bytes(parts);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private byte[] bytes(List<Part> parts) throws IOException {
        for (Part part : parts) {
            switch (part) {
                case Paragraph paragraph -> paragraph(paragraph);
                case SideBySide pair -> pair(pair);
                case Table table -> table(table);
            }
        }
        page.close();
        // in place of the clock, from which PDFBox would else make it
        document.setDocumentId(1L);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private PDFont font(String cut) throws IOException {
        try (InputStream file = PdfWriter.class.getResourceAsStream("/liberation/LiberationSerif-" + cut + ".ttf")) {
            if (file == null) {
                throw new IllegalStateException("openpdf-fonts-extra is not on the class path");
            }
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            // looking for ligatures takes most of the time, and Vietnamese has none
            font.setEnableGsub(false);
            return PDType0Font.load(document, font, true);
        }
    }

    private PDPageContentStream nextPage() throws IOException {
        PDPage sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        pages++;
        y = TOP;
        PDPageContentStream content = new PDPageContentStream(document, sheet);
        if (pages > 1) {
            show(content, regular, Integer.toString(pages), LEFT + WIDTH / 2, TOP + 20);
        }
        return content;
    }

    private void turn() throws IOException {
        page.close();
        page = nextPage();
    }

    private void paragraph(Paragraph paragraph) throws IOException {
        boolean centred = paragraph.look() == Look.TITLE;
        PDFont font = paragraph.look() == Look.BODY ? regular : bold;
        float indent = centred ? 0 : INDENT;
        for (String line : wrap(font, paragraph.text(), WIDTH - indent, WIDTH)) {
            if (y - LEADING < BOTTOM) {
                turn();
            }
            y -= LEADING;
            show(page, font, line, LEFT + (centred ? (WIDTH - width(font, line)) / 2 : indent), y);
            indent = 0;
        }
        y -= 4;
    }

    private void pair(SideBySide pair) throws IOException {
        int lines = Math.max(pair.left().size(), pair.right().size());
        if (y - lines * LEADING < BOTTOM) {
            turn();
        }
        float half = WIDTH / 2;
        for (int line = 0; line < lines; line++) {
            y -= LEADING;
            centred(pair.left(), line, LEFT);
            centred(pair.right(), line, LEFT + half);
        }
        y -= LEADING;
    }

    private void centred(List<String> lines, int number, float x) throws IOException {
        if (number < lines.size() && !lines.get(number).isEmpty()) {
            String line = lines.get(number);
            // the longest one of a head is a little wider than half a page
            float size = Math.min(SIZE, SIZE * (WIDTH / 2 - 8) / width(regular, line));
            page.beginText();
            page.setFont(regular, size);
            page.newLineAtOffset(x + (WIDTH / 2 - width(regular, line) * size / SIZE) / 2, y);
            page.showText(line);
            page.endText();
        }
    }

    private void table(Table table) throws IOException {
        List<String> header = table.rows().getFirst();
        if (y - 6 * LEADING < BOTTOM) {
            turn();
        }
        line(y);
        row(table, cells(table, header, bold), bold);
        for (List<String> row : table.rows().subList(1, table.rows().size())) {
            List<List<String>> cells = cells(table, row, regular);
            if (y - height(cells) < BOTTOM) {
                turn();
                line(y);
                row(table, cells(table, header, bold), bold);
            }
            row(table, cells, regular);
        }
        y -= 8;
    }

    private List<List<String>> cells(Table table, List<String> row, PDFont font) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            float width = WIDTH * table.shares().get(column) / 100 - 2 * PAD;
            cells.add(wrap(font, row.get(column), width, width));
        }
        return cells;
    }

    private static float height(List<List<String>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(1) * LEADING + 2 * PAD;
    }

    private void row(Table table, List<List<String>> cells, PDFont font) throws IOException {
        float bottom = y - height(cells);
        float x = LEFT;
        stroke(x, y, x, bottom);
        for (int column = 0; column < cells.size(); column++) {
            float base = y - PAD;
            for (String line : cells.get(column)) {
                base -= LEADING;
                show(page, font, line, x + PAD, base + 4);
            }
            x += WIDTH * table.shares().get(column) / 100;
            stroke(x, y, x, bottom);
        }
        y = bottom;
        line(y);
    }

    private void line(float at) throws IOException {
        stroke(LEFT, at, LEFT + WIDTH, at);
    }

    private void stroke(float fromX, float fromY, float toX, float toY) throws IOException {
        page.setLineWidth(0.5f);
        page.moveTo(fromX, fromY);
        page.lineTo(toX, toY);
        page.stroke();
    }

    private static void show(PDPageContentStream page, PDFont font, String line, float x, float base)
            throws IOException {
        page.beginText();
        page.setFont(font, SIZE);
        page.newLineAtOffset(x, base);
        page.showText(line);
        page.endText();
    }

    private List<String> wrap(PDFont font, String text, float first, float others) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        float used = 0;
        for (String word : text.split(" ", -1)) {
            float wide = width(font, word);
            if (!line.isEmpty() && used + width(font, " ") + wide > (lines.isEmpty() ? first : others)) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (!line.isEmpty()) {
                line.append(' ');
                used += width(font, " ");
            }
            line.append(word);
            used += wide;
        }
        lines.add(line.toString());
        return lines;
    }

    private float width(PDFont font, String text) throws IOException {
        Map<Integer, Float> known = widths.computeIfAbsent(font, f -> new HashMap<>());
        float sum = 0;
        for (int letter : text.codePoints().toArray()) {
            Float width = known.get(letter);
            if (width == null) {
                width = font.getStringWidth(Character.toString(letter)) / 1000 * SIZE;
                known.put(letter, width);
            }
            sum += width;
        }
        return sum;
    }
}
