package vn.thidua.plan.reader.intake.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/** Draws a PDF for a test. Places are points from the upper left corner; text stands on y. */
final class DrawnPdf implements AutoCloseable {
    static final double LEFT = 85;
    static final double RIGHT = 538;
    static final double MIDDLE = (LEFT + RIGHT) / 2;
    static final double PITCH = 17;

    private final PDDocument document = new PDDocument();
    private final PDFont regular;
    private final PDFont bold;
    private PDPage page = new PDPage(PDRectangle.A4);
    private PDPageContentStream content;
    private boolean rotated;

    DrawnPdf() {
        try {
            regular = font("LiberationSerif-Regular.ttf");
            bold = font("LiberationSerif-Bold.ttf");
            document.addPage(page);
            content = new PDPageContentStream(document, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PDFont font(String file) throws IOException {
        try (InputStream in = DrawnPdf.class.getResourceAsStream("/liberation/" + file)) {
            return PDType0Font.load(document, Objects.requireNonNull(in, file));
        }
    }

    interface Drawing {
        void on(PDPageContentStream content) throws IOException;
    }

    /** Whatever has no method of its own. */
    DrawnPdf draw(Drawing drawing) {
        try {
            drawing.on(content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PDDocument document() {
        return document;
    }

    PDFont regular() {
        return regular;
    }

    DrawnPdf newPage() {
        return newPage(PDRectangle.A4);
    }

    private DrawnPdf newPage(PDRectangle size) {
        return draw(old -> {
            old.close();
            page = new PDPage(size);
            rotated = false;
            document.addPage(page);
            content = new PDPageContentStream(document, page);
        });
    }

    /** A landscape page as Word writes it: an upright sheet, turned by 90 degrees. */
    DrawnPdf newTurnedPage() {
        newPage();
        page.setRotation(90);
        rotated = true;
        return this;
    }

    private float height() {
        return page.getMediaBox().getHeight();
    }

    double width(String words, double size, boolean isBold) {
        try {
            return (isBold ? bold : regular).getStringWidth(words) / 1000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DrawnPdf put(double x, double y, double size, PDFont font, String words) {
        return draw(stream -> {
            stream.beginText();
            stream.setFont(font, (float) size);
            if (rotated) {
                // the sheet is turned clockwise: its upward direction becomes the one to the right
                stream.setTextMatrix(new Matrix(0, 1, -1, 0, (float) y, (float) x));
            } else {
                stream.newLineAtOffset((float) x, height() - (float) y);
            }
            stream.showText(words);
            stream.endText();
        });
    }

    DrawnPdf text(double x, double y, String words) {
        return put(x, y, 13, regular, words);
    }

    DrawnPdf text(double x, double y, double size, String words) {
        return put(x, y, size, regular, words);
    }

    DrawnPdf bold(double x, double y, String words) {
        return put(x, y, 13, bold, words);
    }

    DrawnPdf centred(double middle, double y, String words) {
        return put(middle - width(words, 13, false) / 2, y, 13, regular, words);
    }

    DrawnPdf centredBold(double middle, double y, String words) {
        return put(middle - width(words, 13, true) / 2, y, 13, bold, words);
    }

    /** A paragraph with first-line indent, broken at the right margin. */
    double paragraph(double y, String words) {
        double at = y;
        for (String line : wrap(words, RIGHT - LEFT, 36)) {
            text(at == y ? LEFT + 36 : LEFT, at, line);
            at += PITCH;
        }
        return at;
    }

    /** The words broken to lines of a cell. */
    List<String> wrap(String words, double wide, double indent) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, 13, false) > wide - (lines.isEmpty() ? indent : 0)) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    DrawnPdf cell(double x, double y, double wide, String words) {
        double at = y;
        for (String part : words.split("\n")) {
            for (String line : wrap(part, wide, 0)) {
                text(x, at, line);
                at += PITCH;
            }
        }
        return this;
    }

    DrawnPdf line(double x1, double y1, double x2, double y2) {
        return draw(stream -> {
            if (rotated) {
                stream.moveTo((float) y1, (float) x1);
                stream.lineTo((float) y2, (float) x2);
            } else {
                stream.moveTo((float) x1, height() - (float) y1);
                stream.lineTo((float) x2, height() - (float) y2);
            }
            stream.stroke();
        });
    }

    /** A line the way Word draws it: a filled rectangle half a point thick. */
    DrawnPdf bar(double x1, double y1, double x2, double y2) {
        return draw(stream -> {
            stream.addRect((float) x1, height() - (float) y2, (float) Math.max(0.48, x2 - x1), (float)
                    Math.max(0.48, y2 - y1));
            stream.fill();
        });
    }

    /** All lines of a grid. */
    DrawnPdf grid(double[] xs, double... ys) {
        for (double y : ys) {
            line(xs[0], y, xs[xs.length - 1], y);
        }
        for (double x : xs) {
            line(x, ys[0], x, ys[ys.length - 1]);
        }
        return this;
    }

    byte[] bytes() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            content.close();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytesWithPassword(String owner, String user) {
        try {
            StandardProtectionPolicy policy = new StandardProtectionPolicy(owner, user, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            return bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
