package vn.thidua.plan.reader.intake;

import java.util.List;
import vn.thidua.plan.reader.intake.docx.DocxIntake;
import vn.thidua.plan.reader.intake.pdf.PdfIntake;
import vn.thidua.plan.reader.intake.text.TextIntake;
import vn.thidua.plan.reader.source.DocumentComposer.TextTooLongException;
import vn.thidua.plan.reader.source.IntakeNote;
import vn.thidua.plan.reader.source.SourceDocument;

/** Takes in a file of any kind, or says why not. */
public final class DocumentIntake {
    /** 20 MB: a plan is some dozen pages; what is larger is pictures. */
    public static final int MAX_BYTES = 20 << 20;

    private DocumentIntake() {}

    /** @throws RefusedException when the file cannot be read; there is no other failure */
    public static SourceDocument read(byte[] bytes, Budget budget) {
        if (bytes.length > MAX_BYTES) {
            throw new RefusedException(RefusalReason.TOO_LARGE);
        }
        FileKind kind = FileKind.of(bytes);
        kind.refusal().ifPresent(refusal -> {
            throw new RefusedException(refusal.reason(), refusal.detail());
        });
        try {
            return readable(
                    switch (kind) {
                        case DOCX -> DocxIntake.read(bytes, budget);
                        case PDF -> PdfIntake.read(bytes, budget);
                        default -> text(bytes, budget);
                    },
                    kind);
        } catch (TextTooLongException e) {
            throw new RefusedException(RefusalReason.TEXT_TOO_LONG);
        }
    }

    private static SourceDocument text(byte[] bytes, Budget budget) {
        TextDecoding.Decoded decoded = TextDecoding.decode(bytes);
        String text = decoded.text();
        if (text.isBlank()) {
            throw new RefusedException(RefusalReason.EMPTY);
        }
        if (text.length() / 4 > budget.characters()) {
            // marks and blanks go on the way; four times as much cannot become short enough
            throw new RefusedException(RefusalReason.TEXT_TOO_LONG);
        }
        return TextIntake.read(
                text, budget, decoded.converted() ? List.of(IntakeNote.OLD_ENCODING_CONVERTED) : List.of());
    }

    private static SourceDocument readable(SourceDocument document, FileKind kind) {
        if (document.text().isBlank()) {
            throw new RefusedException(kind == FileKind.PDF ? RefusalReason.NO_TEXT : RefusalReason.EMPTY);
        }
        if (TextDecoding.looksLikeRubbish(document.text())) {
            throw new RefusedException(RefusalReason.GARBLED_TEXT);
        }
        return document;
    }
}
