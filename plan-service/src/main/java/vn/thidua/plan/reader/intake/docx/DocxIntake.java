package vn.thidua.plan.reader.intake.docx;

import java.util.List;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.intake.RefusalReason;
import vn.thidua.plan.reader.intake.RefusedException;
import vn.thidua.plan.reader.source.DocumentComposer;
import vn.thidua.plan.reader.source.DocumentComposer.TextTooLongException;
import vn.thidua.plan.reader.source.IntakeNote;
import vn.thidua.plan.reader.source.SourceDocument;

/**
 * Takes in a Word document (.docx, .docm, .dotx): what a person sees on its pages, without headers, footers and notes.
 */
public final class DocxIntake {
    /** A picture beside that many letters is a seal or an emblem; with fewer it may be the document. */
    private static final int HARDLY_ANY_LETTERS = 200;

    private DocxIntake() {}

    /** @throws RefusedException when it is damaged, harmful, too large or holds no letters */
    public static SourceDocument read(byte[] bytes, Budget budget) {
        try {
            return compose(bytes, budget);
        } catch (TextTooLongException e) {
            throw new RefusedException(RefusalReason.TEXT_TOO_LONG);
        }
    }

    private static SourceDocument compose(byte[] bytes, Budget budget) {
        Parts parts = new Parts(ZipParts.of(bytes), budget);
        Styles styles = new Styles();
        parts.styles().ifPresent(part -> {
            try (part) {
                styles.read(part);
            }
        });
        Numbering numbering = new Numbering(styles);
        parts.numbering().ifPresent(part -> {
            try (part) {
                numbering.read(part);
            }
        });
        DocumentComposer composer = new DocumentComposer(budget.characters());
        try (XmlCursor xml = parts.document()) {
            Reading reading = new Reading(xml, styles, numbering, budget.characters());
            List<Content> contents = new BodyReader(reading).read();
            Letters letters = Letters.of(contents);
            new Layout(composer, letters, budget).add(contents);
            reading.notes().forEach(composer::note);
            if (letters.converted()) {
                composer.note(IntakeNote.OLD_ENCODING_CONVERTED);
            }
            if (parts.hasMacros()) {
                composer.note(IntakeNote.MACROS_IGNORED);
            }
            return checked(composer, reading);
        }
    }

    private static SourceDocument checked(DocumentComposer composer, Reading reading) {
        boolean pictures = reading.hasPictures();
        SourceDocument document = composer.build();
        long letters = document.text().chars().filter(Character::isLetter).count();
        if (letters == 0 && pictures) {
            throw new RefusedException(
                    RefusalReason.NO_TEXT, "Đây là tệp Word chỉ có hình ảnh (bản quét dán vào), không có chữ.");
        }
        if (letters == 0 && reading.hasForeign()) {
            throw new RefusedException(
                    RefusalReason.OTHER_FORMAT, "Tệp Word này chỉ bọc một tệp khác; hãy mở bằng Word và lưu lại.");
        }
        if (letters == 0) {
            throw new RefusedException(RefusalReason.EMPTY);
        }
        if (letters >= HARDLY_ANY_LETTERS || !pictures) {
            return document;
        }
        composer.note(IntakeNote.PICTURES_NOT_READ);
        return composer.build();
    }
}
