package vn.thidua.plan.reader.intake.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.intake.RefusalReason;
import vn.thidua.plan.reader.intake.RefusedException;
import vn.thidua.plan.reader.source.DocumentComposer;
import vn.thidua.plan.reader.source.IntakeNote;
import vn.thidua.plan.reader.source.SourceDocument;

/** Takes in PDF files that have text. */
public final class PdfIntake {
    private static final int MOST_PAGES = 2000;
    /** Fewer letters are no plan but the stamp on a scan. */
    private static final int FEWEST_LETTERS = 30;
    /** How far into the file its head may stand, as other readers allow. */
    private static final int HEAD = 1024;
    /** Part of the page a picture must cover to be more than an emblem or a seal. */
    private static final double PICTURE = 0.3;

    /** Kept here, else the logging library forgets the level together with the logger. */
    private static final List<Logger> SILENT =
            List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

    static {
        SILENT.forEach(logger -> logger.setLevel(Level.OFF));
        FontMappers.set(new BundledFonts());
    }

    private PdfIntake() {}

    /** @throws RefusedException if the file cannot be read or would cost more than the budget allows */
    public static SourceDocument read(byte[] bytes, Budget budget) {
        if (!new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1).contains("%PDF-")) {
            throw new RefusedException(RefusalReason.DAMAGED);
        }
        try {
            new StreamGuard(budget).check(bytes);
            try (PDDocument document = Loader.loadPDF(new GuardedBytes(bytes, budget), "")) {
                return read(document, budget);
            }
        } catch (RefusedException e) {
            throw e;
        } catch (DocumentComposer.TextTooLongException e) {
            throw new RefusedException(RefusalReason.TEXT_TOO_LONG);
        } catch (InvalidPasswordException e) {
            throw new RefusedException(RefusalReason.ENCRYPTED);
        } catch (OutOfMemoryError e) {
            throw new RefusedException(RefusalReason.TOO_MUCH_MEMORY);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw refusal(e);
        }
    }

    /** What a broken file makes PDFBox throw is no fault of ours, unless one of our refusals is inside. */
    private static RefusedException refusal(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (int i = 0; cause != null && i < 20; i++) {
            if (cause instanceof RefusedException refused) {
                return refused;
            }
            cause = cause.getCause();
        }
        return new RefusedException(RefusalReason.DAMAGED);
    }

    private static SourceDocument read(PDDocument document, Budget budget) throws IOException {
        int count = document.getNumberOfPages();
        if (count > MOST_PAGES) {
            throw new RefusedException(RefusalReason.TEXT_TOO_LONG);
        }
        if (count == 0) {
            throw new RefusedException(RefusalReason.DAMAGED);
        }
        if (document.isEncrypted()) {
            checkDecrypted(document, budget);
        }
        PageEngine engine = new PageEngine(budget);
        List<PageLayout> pages = new ArrayList<>();
        TextCheck check = new TextCheck();
        int blank = 0;
        boolean pictures = false;
        for (int i = 0; i < count; i++) {
            PageContent content = engine.read(document.getPage(i));
            int letters = check.add(content.letters());
            boolean pictured = content.pictured() > PICTURE;
            blank += letters < 5 && !content.pictures().isEmpty() ? 1 : 0;
            pictures |= pictured && letters >= 5;
            pages.add(PageLayout.of(i, content));
        }
        if (check.letters() < FEWEST_LETTERS) {
            throw new RefusedException(RefusalReason.NO_TEXT);
        }
        Furniture furniture = new Furniture();
        List<PageBlock> blocks = new DocumentReader(furniture.without(pages), budget).blocks();
        DocumentComposer composer = new DocumentComposer(budget.characters());
        compose(readable(blocks, check), composer);
        if (blank > 0) {
            composer.note(IntakeNote.PAGES_WITHOUT_TEXT);
        }
        if (pictures) {
            composer.note(IntakeNote.PICTURES_NOT_READ);
        }
        if (furniture.hadFootnotes()) {
            composer.note(IntakeNote.NOTES_LEFT_OUT);
        }
        return composer.build();
    }

    /**
     * The blocks in letters that can be read. Here is the place to convert old encodings (TCVN3, VNI): their fonts look
     * right and come out as Latin letters and symbols.
     *
     * @throws RefusedException with {@link RefusalReason#GARBLED_TEXT}
     */
    private static List<PageBlock> readable(List<PageBlock> blocks, TextCheck check) {
        if (check.isGarbled() || TextCheck.isGarbled(blocks)) {
            throw new RefusedException(RefusalReason.GARBLED_TEXT);
        }
        return blocks;
    }

    private static void compose(List<PageBlock> blocks, DocumentComposer composer) {
        int page = 0;
        for (PageBlock block : blocks) {
            if (block.page() != page) {
                composer.pageBreak();
                page = block.page();
            }
            switch (block) {
                case PageBlock.Words words -> composer.paragraph(words.text(), words.bold(), words.centred());
                case PageBlock.Cells cells -> composer.table(cells.rows(), cells.ruled());
            }
        }
    }

    /** An encrypted file hides its streams from a look at its bytes; they are measured once they are decrypted. */
    private static void checkDecrypted(PDDocument document, Budget budget) throws IOException {
        StreamGuard guard = new StreamGuard(budget);
        for (COSObjectKey key :
                List.copyOf(document.getDocument().getXrefTable().keySet())) {
            if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream) {
                guard.measure(stream);
            }
        }
    }
}
