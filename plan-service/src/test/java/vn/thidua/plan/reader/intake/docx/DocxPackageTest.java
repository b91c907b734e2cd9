package vn.thidua.plan.reader.intake.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.thidua.plan.reader.intake.docx.WordFile.p;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.reader.intake.RefusalReason;
import vn.thidua.plan.reader.intake.RefusedException;
import vn.thidua.plan.reader.source.IntakeNote;

/** The parts of a document: where they are, and what is there beside the letters. */
class DocxPackageTest {
    private static void refused(byte[] bytes, RefusalReason reason) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> DocxIntake.read(bytes, WordFile.budget()))
                .extracting(RefusedException::reason)
                .isEqualTo(reason);
    }

    @Test
    void aMissingOrBrokenPartIsDamage() {
        refused(WordFile.empty().part("word/other.xml", "<a/>").bytes(), RefusalReason.DAMAGED);
        refused(WordFile.empty().part("word/document.xml", "<w:document").bytes(), RefusalReason.DAMAGED);
        refused(WordFile.empty().part("word/document.xml", "").bytes(), RefusalReason.DAMAGED);
        refused(WordFile.empty().part("word/document.xml", "<a/><b/>").bytes(), RefusalReason.DAMAGED);
    }

    @Test
    void theMainPartIsWhereTheRelationshipSays() {
        String strict = WordFile.document(p("Kế hoạch"))
                .replace(
                        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                        "http://purl.oclc.org/ooxml/wordprocessingml/main");
        assertThat(WordFile.show(WordFile.empty()
                        .part(
                                "_rels/.rels",
                                WordFile.relationships(
                                        "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
                                        "/word/document2.xml"))
                        .part("word/document.xml", WordFile.document(p("không phải")))
                        .part("word/document2.xml", strict)
                        .part(
                                "word/_rels/document2.xml.rels",
                                WordFile.relationships(
                                        "http://purl.oclc.org/ooxml/officeDocument/relationships/styles", "x/../x.xml"))
                        .read()))
                .containsExactly("Kế hoạch");
    }

    @Test
    void theMainPartHasItsUsualNameWhenNothingIsSaid() {
        assertThat(WordFile.show(WordFile.empty()
                        .part("word/document.xml", WordFile.document(p("a")))
                        .read()))
                .containsExactly("a");
    }

    @Test
    void macrosAreNotLookedAtAndSaidSo() {
        assertThat(WordFile.body(p("a"))
                        .part("word/vbaProject.bin", "Sub AutoOpen")
                        .read()
                        .notes())
                .containsExactly(IntakeNote.MACROS_IGNORED);
    }

    @Test
    void aFileOfPicturesOnlyIsRefusedWithItsReason() {
        String picture = "<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>";
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> WordFile.body(picture).read())
                .satisfies(e -> {
                    assertThat(e.reason()).isEqualTo(RefusalReason.NO_TEXT);
                    assertThat(e.detail()).contains("tệp Word chỉ có hình ảnh");
                });
        assertThat(WordFile.body(picture + p("Phụ lục")).read().notes()).containsExactly(IntakeNote.PICTURES_NOT_READ);
        assertThat(WordFile.body(picture + p("Phụ lục ".repeat(100))).read().notes())
                .isEmpty();
    }

    @Test
    void aFileWithoutLettersIsEmpty() {
        refused(WordFile.body("<w:p/>").bytes(), RefusalReason.EMPTY);
    }

    @Test
    void aLetterChangedUnderWayIsDamage() throws IOException {
        byte[] xml = WordFile.document(p("nam 2025")).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry("word/document.xml");
            CRC32 crc = new CRC32();
            crc.update(xml);
            entry.setCrc(crc.getValue());
            entry.setSize(xml.length);
            entry.setMethod(ZipEntry.STORED);
            zip.putNextEntry(entry);
            zip.write(xml);
        }
        byte[] bytes = out.toByteArray();
        assertThat(DocxIntake.read(bytes, WordFile.budget()).text()).isEqualTo("nam 2025\n");
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("2025")] = '3';
        refused(bytes, RefusalReason.DAMAGED);
    }

    @Test
    void aFileThatOnlyWrapsAnotherSaysSo() {
        refused(WordFile.body("<w:altChunk/>").bytes(), RefusalReason.OTHER_FORMAT);
        assertThat(WordFile.read("<w:altChunk/>" + p("Kế hoạch"))).containsExactly("Kế hoạch");
    }
}
