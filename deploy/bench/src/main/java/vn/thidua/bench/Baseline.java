package vn.thidua.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * What anybody would take to get the mere text out of the same bytes. It finds no task, no deadline and no range: the
 * ratio says what the understanding costs on top.
 */
final class Baseline {
    private Baseline() {}

    static String name(Kind kind) {
        return switch (kind) {
            case TEXT -> "JDK: UTF-8, NFC, lines";
            case DOCX -> "POI XWPFWordExtractor";
            case PDF -> "PDFBox PDFTextStripper, sorted";
        };
    }

    /** A number that depends on all that was read, so that nothing is optimised away. */
    static long read(Kind kind, byte[] file) {
        try {
            return switch (kind) {
                case TEXT -> {
                    String text = Normalizer.normalize(new String(file, StandardCharsets.UTF_8), Normalizer.Form.NFC);
                    yield text.lines().toList().size();
                }
                case DOCX -> {
                    try (XWPFWordExtractor words =
                            new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(file)))) {
                        yield words.getText().length();
                    }
                }
                case PDF -> {
                    try (PDDocument document = Loader.loadPDF(file)) {
                        PDFTextStripper stripper = new PDFTextStripper();
                        stripper.setSortByPosition(true);
                        yield stripper.getText(document).length();
                    }
                }
            };
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
