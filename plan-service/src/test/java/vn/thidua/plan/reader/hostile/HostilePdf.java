package vn.thidua.plan.reader.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** PDF files drawn properly, and others written by hand. */
final class HostilePdf {
    static final String SENTENCE = "Các cơ quan, đơn vị căn cứ Kế hoạch này để tổ chức thực hiện.";

    private HostilePdf() {}

    interface Drawing {
        void on(PDDocument document, PDFont font) throws IOException;
    }

    static byte[] drawn(Drawing drawing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            drawing.on(document, font(document));
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static PDFont font(PDDocument document) throws IOException {
        try (InputStream in = HostilePdf.class.getResourceAsStream("/liberation/LiberationSerif-Regular.ttf")) {
            return PDType0Font.load(document, Objects.requireNonNull(in));
        }
    }

    static void page(PDDocument document, PDFont font, List<String> lines) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(font, 12);
            content.newLineAtOffset(85, 780);
            for (String line : lines) {
                content.showText(line);
                content.newLineAtOffset(0, -17);
            }
            content.endText();
        }
    }

    static byte[] pages(int pages) {
        return drawn((document, font) -> {
            for (int i = 0; i < pages; i++) {
                page(document, font, List.of("Trang " + i, SENTENCE));
            }
        });
    }

    static byte[] encrypted(String owner, String user) {
        return drawn((document, font) -> {
            page(document, font, List.of("KẾ HOẠCH", SENTENCE));
            document.protect(new StandardProtectionPolicy(owner, user, new AccessPermission()));
        });
    }

    /** A table with lines around its cells, forty rows a page. */
    static byte[] ruledTable(int rows) {
        double[] columns = {60, 100, 330, 450, 540};
        return drawn((document, font) -> {
            for (int from = 0; from < rows; from += 40) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                int count = Math.min(40, rows - from);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    for (int i = 0; i <= count + (from == 0 ? 1 : 0); i++) {
                        line(content, 60, 800 - i * 18, 540, 800 - i * 18);
                    }
                    for (double x : columns) {
                        line(content, x, 800, x, 800 - (count + (from == 0 ? 1 : 0)) * 18);
                    }
                    int y = 0;
                    if (from == 0) {
                        row(content, font, y++, "TT", "Nội dung", "Chủ trì", "Thời gian");
                    }
                    for (int i = 0; i < count; i++) {
                        row(
                                content,
                                font,
                                y++,
                                String.valueOf(from + i + 1),
                                "Tổ chức phong trào thi đua",
                                "Phòng Nội vụ",
                                "Quý I");
                    }
                }
            }
        });
    }

    private static void line(PDPageContentStream content, double x1, double y1, double x2, double y2)
            throws IOException {
        content.moveTo((float) x1, (float) y1);
        content.lineTo((float) x2, (float) y2);
        content.stroke();
    }

    private static void row(PDPageContentStream content, PDFont font, int row, String... cells) throws IOException {
        float[] at = {63, 103, 333, 453};
        for (int i = 0; i < cells.length; i++) {
            content.beginText();
            content.setFont(font, 11);
            content.newLineAtOffset(at[i], 787 - row * 18);
            content.showText(cells[i]);
            content.endText();
        }
    }

    static byte[] deflated(String unit, int megabytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block =
                Arrays.copyOf(unit.repeat((1 << 20) / unit.length()).getBytes(StandardCharsets.US_ASCII), 1 << 20);
        try (OutputStream packed = new DeflaterOutputStream(out, new Deflater(9))) {
            for (int i = 0; i < megabytes; i++) {
                packed.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Objects 3 (the page) and on are given; 1 is the catalogue, 2 the root of the pages. */
    static byte[] written(byte[] content, String filter, String kids, String... objects) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                + "2 0 obj\n<</Type/Pages/Kids[" + kids + "]/Count 1>>\nendobj\n"
                + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                + "/Resources<</Font<</F1 5 0 R>>/XObject<</Me 6 0 R>>>>>>\nendobj\n"
                + "5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n");
        for (String object : objects) {
            head.append(object).append('\n');
        }
        head.append("4 0 obj\n<</Length ").append(content.length).append(filter).append(">>\nstream\n");
        out.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(content);
        out.writeBytes(
                "\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 9>>\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
