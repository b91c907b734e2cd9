package vn.thidua.bench;

import java.util.List;

/** A piece of a document, before it is text, DOCX or PDF. */
sealed interface Part {

    enum Look {
        TITLE,
        HEADING,
        BODY
    }

    record Paragraph(Look look, String text) implements Part {}

    /** Two columns without rules: the head of a document and its foot. */
    record SideBySide(List<String> left, List<String> right) implements Part {}

    /**
     * A ruled table.
     *
     * @param shares of the width, in hundredths
     */
    record Table(List<Integer> shares, List<List<String>> rows) implements Part {}
}
