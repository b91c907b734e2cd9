package vn.thidua.plan.reader.intake.docx;

import java.util.EnumSet;
import java.util.Set;
import vn.thidua.plan.reader.intake.RefusalReason;
import vn.thidua.plan.reader.intake.RefusedException;
import vn.thidua.plan.reader.source.IntakeNote;

/** What the readers of one document share. */
final class Reading {
    /** A table of 5000 rows and 40 columns; empty cells have no letters that would count. */
    private static final int MAX_CELLS = 200_000;

    final XmlCursor xml;
    final Styles styles;
    final Numbering numbering;
    private final Set<IntakeNote> notes = EnumSet.noneOf(IntakeNote.class);
    /** Letters may be dropped again, so the limit of the text is not the limit here; memory is. */
    private long charactersLeft;

    private int cells;
    private boolean pictures;
    private boolean foreign;
    private int muted;

    Reading(XmlCursor xml, Styles styles, Numbering numbering, int characters) {
        this.xml = xml;
        this.styles = styles;
        this.numbering = numbering;
        this.charactersLeft = 2L * characters + 100_000;
    }

    void note(IntakeNote note) {
        notes.add(note);
    }

    Set<IntakeNote> notes() {
        return notes;
    }

    void spend(int characters) {
        charactersLeft -= characters;
        if (charactersLeft < 0) {
            throw new RefusedException(RefusalReason.TEXT_TOO_LONG);
        }
    }

    void cell() {
        if (++cells > MAX_CELLS) {
            throw new RefusedException(RefusalReason.TEXT_TOO_LONG);
        }
    }

    void picture() {
        pictures = true;
    }

    boolean hasPictures() {
        return pictures;
    }

    /** Another file stands inside that Word would import when it opens the document. */
    void foreign() {
        foreign = true;
    }

    boolean hasForeign() {
        return foreign;
    }

    boolean isMuted() {
        return muted > 0;
    }

    /**
     * A content control, the cursor is at {@code w:sdt}. A prompt that nobody has filled in is not part of the
     * document, and a table of contents only repeats it.
     */
    void control(XmlCursor.Children contents) {
        boolean[] silent = {false};
        xml.children(part -> {
            switch (part) {
                case "sdtPr" -> xml.children(property -> silent[0] |= isSilent(property));
                case "sdtContent" -> {
                    muted += silent[0] ? 1 : 0;
                    xml.children(contents);
                    muted -= silent[0] ? 1 : 0;
                }
                default -> {
                    // properties of its end mark
                }
            }
        });
    }

    private boolean isSilent(String property) {
        if (property.equals("showingPlcHdr")) {
            return xml.on();
        }
        boolean[] contents = {false};
        if (property.equals("docPartObj")) {
            xml.children(part ->
                    contents[0] |= part.equals("docPartGallery") && xml.value().equals("Table of Contents"));
        }
        return contents[0];
    }
}
