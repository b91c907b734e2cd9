package vn.thidua.plan.reader.intake.docx;

import java.util.ArrayList;
import java.util.List;

/** The letters of a paragraph while they are read, and what floats beside them. */
final class Inline {
    private final List<Content.Piece> pieces = new ArrayList<>();
    private final List<Content> boxes = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private Content.Piece look = new Content.Piece("", false, false, Content.Font.UNICODE);

    /** @param like how the letters are set */
    void add(String text, Content.Piece like) {
        if (text.isEmpty()) {
            return;
        }
        if (like.bold() != look.bold() || like.caps() != look.caps() || like.font() != look.font()) {
            close();
            look = like;
        }
        open.append(text);
    }

    void add(Inline other) {
        for (Content.Piece piece : other.pieces()) {
            add(piece.text(), piece);
        }
        boxes.addAll(other.boxes);
    }

    /** A text box: its contents come after the paragraph. */
    void box(List<Content> contents) {
        boxes.addAll(contents);
    }

    List<Content> boxes() {
        return boxes;
    }

    List<Content.Piece> pieces() {
        close();
        return pieces;
    }

    private void close() {
        if (!open.isEmpty()) {
            pieces.add(new Content.Piece(open.toString(), look.bold(), look.caps(), look.font()));
            open.setLength(0);
        }
    }

    boolean isEmpty() {
        return pieces.isEmpty() && open.isEmpty() && boxes.isEmpty();
    }

    boolean hasText() {
        return pieces().stream().anyMatch(piece -> !piece.text().isBlank()) || hasText(boxes);
    }

    static boolean hasText(List<Content> contents) {
        return contents.stream().anyMatch(each -> switch (each) {
            case Content.Paragraph paragraph ->
                paragraph.pieces().stream().anyMatch(piece -> !piece.text().isBlank());
            case Content.Table table ->
                table.rows().stream().flatMap(row -> row.cells().stream()).anyMatch(cell -> hasText(cell.contents()));
            case Content.PageBreak ignored -> false;
        });
    }
}
