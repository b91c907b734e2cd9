package vn.thidua.plan.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The parts of a Word file around its body. The same body gives the same bytes: nothing in it tells when or where it was
 * written.
 */
final class WordFile {

    /** The oldest day a ZIP file can name. */
    private static final LocalDateTime ANY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String R = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /** A4; 20 mm above and below, 30 mm left, 15 mm right; the number of the page from the second one on. */
    private static final String SECTION =
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:headerReference w:type=\"first\" r:id=\"rId3\"/>"
                    + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
                    + "<w:pgMar w:top=\"1134\" w:right=\"851\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"
                    + "<w:titlePg/></w:sectPr>";

    private static final String STYLES = HEAD + "<w:styles " + W + "><w:docDefaults><w:rPrDefault><w:rPr>"
            + "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/>"
            + "<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/><w:lang w:val=\"vi-VN\"/></w:rPr></w:rPrDefault>"
            + "<w:pPrDefault/></w:docDefaults>"
            + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
            + "</w:styles>";

    private static final String PAGE_NUMBER = HEAD + "<w:hdr " + W + "><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
            + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
            + "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:hdr>";

    private static final String NO_NUMBER = HEAD + "<w:hdr " + W + "><w:p/></w:hdr>";

    private WordFile() {}

    /**
     * Writes the file; the stream stays open.
     *
     * @param body paragraphs and tables
     * @param title as the properties of the file show it
     */
    static void write(String body, String title, OutputStream out) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", contentTypes());
        parts.put(
                "_rels/.rels",
                relations(
                        relation(1, RELATIONS + "/officeDocument", "word/document.xml"),
                        relation(
                                2,
                                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                                "docProps/core.xml")));
        parts.put("docProps/core.xml", properties(title));
        parts.put(
                "word/document.xml",
                HEAD + "<w:document " + W + " " + R + "><w:body>" + body + SECTION + "</w:body></w:document>");
        parts.put("word/styles.xml", STYLES);
        parts.put("word/header1.xml", PAGE_NUMBER);
        parts.put("word/header2.xml", NO_NUMBER);
        parts.put(
                "word/_rels/document.xml.rels",
                relations(
                        relation(1, RELATIONS + "/styles", "styles.xml"),
                        relation(2, RELATIONS + "/header", "header1.xml"),
                        relation(3, RELATIONS + "/header", "header2.xml")));
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> part : parts.entrySet()) {
            ZipEntry entry = new ZipEntry(part.getKey());
            entry.setTimeLocal(ANY_TIME);
            zip.putNextEntry(entry);
            zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.finish();
    }

    private static String contentTypes() {
        return HEAD + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + type("/word/document.xml", TYPES + "document.main+xml")
                + type("/word/styles.xml", TYPES + "styles+xml")
                + type("/word/header1.xml", TYPES + "header+xml")
                + type("/word/header2.xml", TYPES + "header+xml")
                + type("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
                + "</Types>";
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>";
    }

    private static String relations(String... relations) {
        return HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + String.join("", relations) + "</Relationships>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String properties(String title) {
        return HEAD
                + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + WordText.escaped(WordText.line(title))
                + "</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>";
    }
}
