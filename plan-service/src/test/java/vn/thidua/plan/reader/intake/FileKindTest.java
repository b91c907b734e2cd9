package vn.thidua.plan.reader.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.reader.intake.docx.WordFile;

class FileKindTest {
    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static FileKind kind(String head) {
        return FileKind.of(latin(head + "\0".repeat(300)));
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws Exception;
    }

    private static byte[] written(Writing writing) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.to(out);
        return out.toByteArray();
    }

    private static byte[] ole(String stream) throws Exception {
        return written(out -> {
            try (POIFSFileSystem files = new POIFSFileSystem()) {
                files.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), stream);
                files.writeFilesystem(out);
            }
        });
    }

    @Test
    void aWordDocumentIsKnownByItsParts() throws Exception {
        byte[] poi = written(out -> {
            try (XWPFDocument document = new XWPFDocument()) {
                document.createParagraph().createRun().setText("a");
                document.write(out);
            }
        });
        assertThat(FileKind.of(poi)).isEqualTo(FileKind.DOCX);
        assertThat(FileKind.of(WordFile.body("").bytes())).isEqualTo(FileKind.DOCX);
    }

    @Test
    void otherPackagesAreNamed() throws Exception {
        assertThat(FileKind.of(written(out -> {
                    try (XSSFWorkbook book = new XSSFWorkbook()) {
                        book.createSheet().createRow(0);
                        book.write(out);
                    }
                })))
                .isEqualTo(FileKind.EXCEL);
        assertThat(FileKind.of(
                        WordFile.empty().part("ppt/presentation.xml", "x").bytes()))
                .isEqualTo(FileKind.POWERPOINT);
        assertThat(FileKind.of(WordFile.empty()
                        .part("mimetype", "x")
                        .part("content.xml", "x")
                        .bytes()))
                .isEqualTo(FileKind.OPEN_DOCUMENT);
        assertThat(FileKind.of(WordFile.empty()
                        .part("mimetype", "x")
                        .part("META-INF/container.xml", "x")
                        .bytes()))
                .isEqualTo(FileKind.EPUB);
        assertThat(FileKind.of(WordFile.empty().part("ke-hoach.docx", "x").bytes()))
                .isEqualTo(FileKind.ARCHIVE);
        assertThat(FileKind.EXCEL.refusal().orElseThrow().detail()).contains("Excel");
    }

    @Test
    void aPackageCutOffIsBroken() {
        byte[] bytes = WordFile.body("").bytes();
        assertThat(FileKind.of(Arrays.copyOf(bytes, bytes.length - 30))).isEqualTo(FileKind.BROKEN_ARCHIVE);
    }

    @Test
    void compoundFilesAreToldApartByTheirStreams() throws Exception {
        assertThat(FileKind.of(ole("WordDocument"))).isEqualTo(FileKind.LEGACY_WORD);
        assertThat(FileKind.of(ole("PowerPoint Document"))).isEqualTo(FileKind.LEGACY_POWERPOINT);
        assertThat(FileKind.of(ole("Something"))).isEqualTo(FileKind.OTHER_OLE);
        assertThat(FileKind.of(written(out -> {
                    try (HSSFWorkbook book = new HSSFWorkbook()) {
                        book.createSheet();
                        book.write(out);
                    }
                })))
                .isEqualTo(FileKind.LEGACY_EXCEL);
    }

    @Test
    void aWordDocumentWithAPasswordIsEncrypted() throws Exception {
        byte[] encrypted = written(out -> {
            try (POIFSFileSystem files = new POIFSFileSystem()) {
                Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
                encryptor.confirmPassword("matkhau");
                try (var inside = encryptor.getDataStream(files)) {
                    inside.write(WordFile.body("").bytes());
                }
                files.writeFilesystem(out);
            }
        });
        assertThat(FileKind.of(encrypted)).isEqualTo(FileKind.ENCRYPTED_OFFICE);
    }

    @Test
    void aPdfIsKnownByItsHeaderEvenAfterSomeOtherBytes() {
        assertThat(kind("%PDF-1.4\n")).isEqualTo(FileKind.PDF);
        assertThat(kind("\n".repeat(900) + "%PDF-1.4\n")).isEqualTo(FileKind.PDF);
        assertThat(FileKind.of(latin("a".repeat(1100) + "%PDF-1.4\n"))).isEqualTo(FileKind.TEXT);
    }

    @Test
    void picturesAreKnown() {
        for (String head : new String[] {
            "\u0089PNG\r\n",
            "\u00ff\u00d8\u00ff\u00e0",
            "GIF89a",
            "II*\0",
            "MM\0*",
            "BM\u0010 \0\0\0\0\0\0",
            "RIFF1234WEBP",
            "\0\0\0\u0018ftypheic"
        }) {
            assertThat(kind(head)).as(head).isEqualTo(FileKind.PICTURE);
        }
    }

    @Test
    void whatIsNeitherTextNorPictureIsNamedWhereItHasAName() {
        assertThat(kind("{\\rtf1")).isEqualTo(FileKind.RICH_TEXT);
        assertThat(kind("Rar!\u001a")).isEqualTo(FileKind.ARCHIVE);
        assertThat(kind("7z\u00bc\u00af")).isEqualTo(FileKind.ARCHIVE);
        assertThat(kind("\u001f\u008b\u0008")).isEqualTo(FileKind.ARCHIVE);
        assertThat(kind("MZ\u0090")).isEqualTo(FileKind.PROGRAM);
        assertThat(kind("\u007fELF")).isEqualTo(FileKind.PROGRAM);
        assertThat(kind("ID3")).isEqualTo(FileKind.MEDIA);
        assertThat(kind("\u00ffWPC")).isEqualTo(FileKind.OTHER);
        assertThat(kind("")).isEqualTo(FileKind.OTHER);
        assertThat(FileKind.of(latin("<?xml version=\"1.0\"?><pkg:package xmlns:pkg=\"x\">")))
                .isEqualTo(FileKind.WORD_XML);
    }

    @Test
    void textIsTextInEveryEncoding() {
        String plan = "KẾ HOẠCH\nCông tác thi đua\t2025\n";
        assertThat(FileKind.of(plan.getBytes(StandardCharsets.UTF_8))).isEqualTo(FileKind.TEXT);
        assertThat(FileKind.of(plan.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(FileKind.TEXT);
        assertThat(FileKind.of(plan.getBytes(StandardCharsets.UTF_16))).isEqualTo(FileKind.TEXT);
        assertThat(FileKind.of(latin("KÕ ho¹ch"))).isEqualTo(FileKind.TEXT);
        assertThat(FileKind.of(latin("MZ la chu viet tat"))).isEqualTo(FileKind.TEXT);
        assertThat(FileKind.of(latin("<html><body>a</body></html>"))).isEqualTo(FileKind.TEXT);
        assertThat(FileKind.of(new byte[0])).isEqualTo(FileKind.EMPTY);
    }

    @Test
    void everyKindThatIsNotReadSaysWhy() {
        for (FileKind kind : FileKind.values()) {
            boolean read = kind == FileKind.DOCX || kind == FileKind.PDF || kind == FileKind.TEXT;
            assertThat(kind.refusal().isEmpty()).as(kind.name()).isEqualTo(read);
        }
    }
}
