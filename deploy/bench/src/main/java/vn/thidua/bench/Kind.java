package vn.thidua.bench;

import java.util.List;

/** The kinds of files a plan comes as. */
enum Kind {
    TEXT("text"),
    DOCX("DOCX"),
    PDF("PDF");

    final String label;

    Kind(String label) {
        this.label = label;
    }

    byte[] write(List<Part> parts) {
        return switch (this) {
            case TEXT -> TextWriter.write(parts);
            case DOCX -> DocxWriter.write(parts);
            case PDF -> PdfWriter.write(parts);
        };
    }
}
