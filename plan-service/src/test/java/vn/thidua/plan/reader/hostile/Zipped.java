package vn.thidua.plan.reader.hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Word files as their parts. */
final class Zipped {
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Zipped() {}

    /** Writes a part piece by piece. */
    interface Content {
        void to(ZipOutputStream out) throws IOException;
    }

    static byte[] word(String body) {
        return zip(Map.of("word/document.xml", document(body).getBytes(StandardCharsets.UTF_8)));
    }

    static String document(String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"" + WORD
                + "\"><w:body>" + body + "</w:body></w:document>";
    }

    static String p(String text) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
    }

    static String paragraphs(String text) {
        StringBuilder out = new StringBuilder();
        text.lines().forEach(line -> out.append(p(line)));
        return out.toString();
    }

    static String row(String... cells) {
        StringBuilder out = new StringBuilder("<w:tr>");
        for (String cell : cells) {
            out.append("<w:tc>").append(p(cell)).append("</w:tc>");
        }
        return out.append("</w:tr>").toString();
    }

    /** With the two parts that every package has. */
    static byte[] zip(Map<String, byte[]> parts) {
        Map<String, byte[]> all = new LinkedHashMap<>(packageParts());
        all.putAll(parts);
        return plainZip(all);
    }

    static Map<String, byte[]> packageParts() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
                        .getBytes(StandardCharsets.UTF_8));
        parts.put(
                "_rels/.rels",
                ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\""
                                + " Type=\"" + OFFICE
                                + "/officeDocument\" Target=\"word/document.xml\"/></Relationships>")
                        .getBytes(StandardCharsets.UTF_8));
        return parts;
    }

    static byte[] plainZip(Map<String, byte[]> parts) {
        return streamed(out -> {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
            }
        });
    }

    static byte[] streamed(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            content.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A package whose main part holds {@code unit} so often that it has {@code bytes} bytes. */
    static byte[] bomb(String unit, long bytes) {
        byte[] block = unit.repeat((1 << 20) / unit.length()).getBytes(StandardCharsets.UTF_8);
        String[] around = document("#").split("#", 2);
        return streamed(out -> {
            for (Map.Entry<String, byte[]> part : packageParts().entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
            }
            out.putNextEntry(new ZipEntry("word/document.xml"));
            out.write(around[0].getBytes(StandardCharsets.UTF_8));
            for (long done = 0; done < bytes; done += block.length) {
                out.write(block);
            }
            out.write(around[1].getBytes(StandardCharsets.UTF_8));
        });
    }

    static Map<String, byte[]> parts(byte[] zip) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }
}
