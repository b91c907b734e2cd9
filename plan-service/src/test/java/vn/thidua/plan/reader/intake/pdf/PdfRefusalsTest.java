package vn.thidua.plan.reader.intake.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.intake.RefusalReason;
import vn.thidua.plan.reader.intake.RefusedException;
import vn.thidua.plan.reader.source.IntakeNote;

class PdfRefusalsTest {
    private static final String BODY =
            "Các cơ quan, đơn vị căn cứ Kế hoạch này để tổ chức thực hiện và báo cáo kết quả.";

    private final DrawnPdf pdf = new DrawnPdf();

    private static RefusalReason refusalOf(byte[] bytes) {
        try {
            PdfRead.read(bytes);
        } catch (RefusedException e) {
            return e.reason();
        }
        throw new AssertionError("was read");
    }

    private DrawnPdf picture() {
        return pdf.draw(content -> content.drawImage(
                LosslessFactory.createFromImage(pdf.document(), new BufferedImage(80, 100, BufferedImage.TYPE_INT_RGB)),
                0,
                0,
                595,
                842));
    }

    @Test
    void aFileWithAPasswordIsRefused() {
        pdf.paragraph(100, BODY);
        assertThat(refusalOf(pdf.bytesWithPassword("owner", "user"))).isEqualTo(RefusalReason.ENCRYPTED);
    }

    @Test
    void aFileThatIsOnlyProtectedAgainstChangesIsRead() {
        pdf.paragraph(100, BODY);
        assertThat(PdfRead.blocks(pdf.bytesWithPassword("owner", ""))).containsExactly(BODY);
    }

    @Test
    void aScanHasNoText() {
        assertThat(refusalOf(picture().bytes())).isEqualTo(RefusalReason.NO_TEXT);
    }

    @Test
    void aPageThatIsAPictureIsNoted() {
        pdf.paragraph(100, BODY);
        pdf.newPage();
        assertThat(PdfRead.read(picture().bytes()).notes()).containsExactly(IntakeNote.PAGES_WITHOUT_TEXT);
    }

    @Test
    void lettersWithoutMeaningAreGarbled() throws IOException {
        pdf.paragraph(100, BODY.repeat(3));
        ByteArrayOutputStream garbled = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                document.getPage(0).getResources().getFont(name).getCOSObject().removeItem(COSName.TO_UNICODE);
            }
            document.save(garbled);
        }
        assertThat(refusalOf(garbled.toByteArray())).isEqualTo(RefusalReason.GARBLED_TEXT);
    }

    @Test
    void whatIsNoPdfIsDamaged() {
        assertThat(refusalOf("Kế hoạch".getBytes(StandardCharsets.UTF_8))).isEqualTo(RefusalReason.DAMAGED);
        assertThat(refusalOf(new byte[0])).isEqualTo(RefusalReason.DAMAGED);
        assertThat(refusalOf("%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(RefusalReason.DAMAGED);
    }

    @Test
    void aFileCutOffAnywhereIsReadOrRefusedByName() {
        pdf.paragraph(100, BODY);
        byte[] whole = pdf.bytes();
        for (int part = 1; part < 40; part++) {
            byte[] cut = Arrays.copyOf(whole, whole.length * part / 40);
            try {
                assertThat(PdfRead.read(cut).text()).contains("Kế hoạch");
            } catch (RefusedException e) {
                assertThat(e.reason()).isIn(RefusalReason.DAMAGED, RefusalReason.NO_TEXT, RefusalReason.GARBLED_TEXT);
            }
        }
    }

    @Test
    void aBombIsRefusedBeforeItIsDecoded() throws IOException {
        assertThat(refusalOf(withContent("/FlateDecode", deflated(200 << 20))))
                .isEqualTo(RefusalReason.INFLATES_TOO_MUCH);
    }

    @Test
    void aBombInsideOfAnotherFilterIsRefused() throws IOException {
        byte[] twice = deflated(deflated(400 << 20));
        assertThat(refusalOf(withContent("[/FlateDecode /FlateDecode]", twice)))
                .isEqualTo(RefusalReason.INFLATES_TOO_MUCH);
        byte[] runs = new byte[1 << 20];
        for (int i = 0; i < runs.length; i += 2) {
            runs[i] = (byte) 129;
            runs[i + 1] = ' ';
        }
        assertThat(refusalOf(withContent("/RunLengthDecode", runs))).isEqualTo(RefusalReason.INFLATES_TOO_MUCH);
    }

    @Test
    void theTimeOfTheBudgetIsKept() {
        pdf.paragraph(100, BODY);
        byte[] bytes = pdf.bytes();
        assertThatThrownBy(() -> PdfIntake.read(bytes, Budget.of(Duration.ZERO, 1_000_000)))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.reason()).isEqualTo(RefusalReason.TOO_SLOW));
    }

    @Test
    void moreTextThanTheBudgetAllowsIsRefused() {
        pdf.paragraph(100, BODY);
        byte[] bytes = pdf.bytes();
        assertThatThrownBy(() -> PdfIntake.read(bytes, Budget.of(Duration.ofSeconds(30), 40)))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.reason()).isEqualTo(RefusalReason.TEXT_TOO_LONG));
    }

    @Test
    void aFormThatDrawsItselfEnds() throws IOException {
        String loop = "/Me Do /Me Do "
                + "BT /F1 12 Tf 72 700 Td (Cac co quan, don vi can cu Ke hoach nay de thuc hien) Tj ET";
        byte[] bytes = simple(loop.getBytes(StandardCharsets.US_ASCII), "", loop);
        assertThatThrownBy(() -> PdfIntake.read(bytes, Budget.of(Duration.ofSeconds(2), 100_000)))
                .isInstanceOf(RefusedException.class);
    }

    private static byte[] deflated(int zeros) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = new DeflaterOutputStream(out, new Deflater(9))) {
            byte[] block = new byte[1 << 20];
            Arrays.fill(block, (byte) ' ');
            for (int done = 0; done < zeros; done += block.length) {
                packed.write(block);
            }
        }
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = new DeflaterOutputStream(out, new Deflater(9))) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] withContent(String filter, byte[] content) throws IOException {
        return simple(content, "/Filter " + filter, "");
    }

    /** A file by hand, without a table of its objects: readers find them by searching. */
    private static byte[] simple(byte[] content, String filter, String form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String head = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</Me 6 0 R>>"
                + "/Font<</F1 5 0 R>>>>>>\nendobj\n"
                + "5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n"
                + "6 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</Me 6 0 R>>/Font<</F1 5 0 R>>>>"
                + "/Length " + form.length() + ">>\nstream\n" + form + "\nendstream\nendobj\n"
                + "4 0 obj\n<</Length " + content.length + filter + ">>\nstream\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        out.write("\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 7>>\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
