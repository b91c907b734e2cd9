package vn.thidua.plan.reader.intake.docx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.Block;
import vn.thidua.plan.reader.source.Passage;
import vn.thidua.plan.reader.source.SourceDocument;

/** A Word document written part by part, to say exactly what a test is about. */
public final class WordFile {
    private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private WordFile() {}

    public static WordFile body(String xml) {
        return new WordFile()
                .part("_rels/.rels", relationships(OFFICE + "/officeDocument", "word/document.xml"))
                .part("word/document.xml", document(xml));
    }

    public static WordFile empty() {
        return new WordFile();
    }

    static String document(String body) {
        return """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <w:document xmlns:w="%s" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
                  xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
                  xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
                  xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
                  xmlns:v="urn:schemas-microsoft-com:vml"><w:body>%s</w:body></w:document>""".formatted(TRANSITIONAL, body);
    }

    static String relationships(String type, String target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r1\" Type=\"" + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    WordFile styles(String xml) {
        return part("word/styles.xml", "<w:styles xmlns:w=\"" + TRANSITIONAL + "\">" + xml + "</w:styles>");
    }

    WordFile numbering(String xml) {
        return part("word/numbering.xml", "<w:numbering xmlns:w=\"" + TRANSITIONAL + "\">" + xml + "</w:numbering>");
    }

    public WordFile part(String name, String content) {
        parts.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    SourceDocument read() {
        return DocxIntake.read(bytes(), budget());
    }

    static Budget budget() {
        return Budget.of(Duration.ofSeconds(20), 1_000_000);
    }

    /** What a body of this XML is read as, one string per block. */
    static List<String> read(String body) {
        return show(body(body).read());
    }

    /** Paragraphs as they are; tables row by row, cells set apart by a bar, their lines by a slash. */
    static List<String> show(SourceDocument document) {
        return document.blocks().stream().map(WordFile::show).toList();
    }

    private static String show(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> paragraph.words().toString();
            case Block.PageBreak ignored -> "<page>";
            case Block.Table table ->
                table.rows().stream()
                        .map(row -> row.cells().stream()
                                .map(cell -> cell.lines().stream()
                                        .map(Passage::toString)
                                        .collect(Collectors.joining(" / ")))
                                .collect(Collectors.joining(" | ")))
                        .collect(Collectors.joining(" || "));
        };
    }

    static String p(String text) {
        return "<w:p>" + r(text) + "</w:p>";
    }

    static String p(String properties, String runs) {
        return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
    }

    static String r(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    static String r(String properties, String text) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    static String table(String properties, String rows) {
        return "<w:tbl><w:tblPr>" + properties + "</w:tblPr>" + rows + "</w:tbl>";
    }

    static String row(String... cells) {
        return "<w:tr>" + String.join("", cells) + "</w:tr>";
    }

    static String cell(String text) {
        return "<w:tc>" + p(text) + "</w:tc>";
    }

    static String cell(String properties, String contents) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + contents + "</w:tc>";
    }
}
