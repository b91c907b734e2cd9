package vn.thidua.platform.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of the kinds that are told apart. */
final class SampleFiles {

    private static final String PARTS = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Override PartName=\"/main.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.%s\"/></Types>";

    private SampleFiles() {}

    static byte[] docx(int fillerBytes, boolean partsFirst) {
        return office("wordprocessingml.document.main+xml", fillerBytes, partsFirst);
    }

    static byte[] xlsx(int fillerBytes, boolean partsFirst) {
        return office("spreadsheetml.sheet.main+xml", fillerBytes, partsFirst);
    }

    static byte[] office(String type, int fillerBytes, boolean partsFirst) {
        byte[] parts = String.format(PARTS, type).getBytes(StandardCharsets.UTF_8);
        byte[] filler = new byte[fillerBytes];
        new Random(1).nextBytes(filler);
        return partsFirst
                ? zip("[Content_Types].xml", parts, "word/media/image1.png", filler)
                : zip("word/media/image1.png", filler, "[Content_Types].xml", parts);
    }

    static byte[] zip(String name1, byte[] content1, String name2, byte[] content2) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name1));
            zip.write(content1);
            zip.putNextEntry(new ZipEntry(name2));
            zip.write(content2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A small archive that unpacks to so many MiB of zeros, and an office document behind them. */
    static byte[] zeros(int megabytes) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++) {
                zip.write(zeros);
            }
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(String.format(PARTS, "wordprocessingml.document.main+xml").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
