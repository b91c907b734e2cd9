package vn.thidua.plan.reader.source;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays out the normalised text for a source that is not text itself (DOCX, PDF) and binds every passage to it.
 *
 * <p>A paragraph is a line of its own; a table row is a line, its cells set apart by tabs, the paragraphs of a cell by
 * blanks.
 */
public final class DocumentComposer {
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<IntakeNote> notes = new ArrayList<>();
    private final int limit;

    /** @param limit most characters the text may have; more throws {@link TextTooLongException} */
    public DocumentComposer(int limit) {
        this.limit = limit;
    }

    /** Words of one cell before they have a place. */
    public record DraftCell(int column, int columnSpan, boolean merged, List<String> lines) {}

    public void note(IntakeNote note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    public void paragraph(String words, boolean bold, boolean centred) {
        String clean = Characters.clean(words).strip();
        if (clean.isEmpty()) {
            return;
        }
        Passage passage = place(clean);
        text.append('\n');
        blocks.add(new Block.Paragraph(passage, bold, centred));
    }

    public void pageBreak() {
        if (!blocks.isEmpty() && !(blocks.getLast() instanceof Block.PageBreak)) {
            text.append('\n');
            blocks.add(new Block.PageBreak());
        }
    }

    public void table(List<List<DraftCell>> draft, boolean ruled) {
        List<Block.Row> rows = new ArrayList<>();
        for (List<DraftCell> draftRow : draft) {
            List<Block.Cell> cells = new ArrayList<>();
            for (DraftCell cell : draftRow) {
                if (!cells.isEmpty()) {
                    text.append('\t');
                }
                List<Passage> lines = new ArrayList<>();
                for (String line : cell.lines()) {
                    String clean = Characters.clean(line).strip();
                    if (clean.isEmpty()) {
                        continue;
                    }
                    if (!lines.isEmpty()) {
                        text.append(' ');
                    }
                    lines.add(place(clean));
                }
                cells.add(new Block.Cell(cell.column(), cell.columnSpan(), cell.merged(), lines));
            }
            text.append('\n');
            rows.add(new Block.Row(cells));
        }
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(rows, ruled));
        }
    }

    private Passage place(String words) {
        if (text.length() + words.length() > limit) {
            throw new TextTooLongException();
        }
        int start = text.length();
        text.append(words);
        return Passage.at(start, words);
    }

    public SourceDocument build() {
        return new SourceDocument(text.toString(), blocks, notes);
    }

    /** Letters as the whole reader expects them. */
    public static final class Characters {
        private Characters() {}

        /**
         * NFC; every kind of blank becomes a space and every control character goes; soft hyphens and zero-width
         * characters go; the no-break hyphen becomes a hyphen. Line ends become spaces.
         */
        public static String clean(String raw) {
            boolean plain = true;
            for (int i = 0; i < raw.length() && plain; i++) {
                char c = raw.charAt(i);
                plain = c >= ' ' && c < 0x7f || c >= 0xc0 && c < 0x300 || c >= 0x1ea0 && c <= 0x1ef9;
            }
            if (plain) {
                return raw;
            }
            String nfc = Normalizer.normalize(raw, Normalizer.Form.NFC);
            StringBuilder out = new StringBuilder(nfc.length());
            for (int i = 0; i < nfc.length(); i++) {
                char c = nfc.charAt(i);
                switch (Character.getType(c)) {
                    case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                        out.append(' ');
                    case Character.CONTROL -> {
                        if (c == '\n' || c == '\t' || c == '\r' || c == 0x0b) {
                            out.append(' ');
                        }
                    }
                    case Character.FORMAT -> {
                        // soft hyphen, zero-width joiners, byte order mark, direction marks: no letters
                    }
                    default -> out.append(c == 0x2011 ? '-' : c);
                }
            }
            return out.toString();
        }
    }

    /** The text is longer than the limit. */
    public static final class TextTooLongException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public TextTooLongException() {
            super("text too long", null, false, false);
        }
    }
}
