package vn.thidua.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeFinderTest {

    private static FileType type(byte[] bytes) {
        return type(bytes, 256 * 1024);
    }

    private static FileType type(byte[] bytes, int block) {
        var finder = new TypeFinder();
        for (int at = 0; at < bytes.length; at += block) {
            byte[] next = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + block));
            finder.take(next, next.length);
        }
        return finder.found();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void picturesAndPdfAreKnownByTheirFirstBytes() {
        assertThat(type(bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0))).isEqualTo(FileType.PNG);
        assertThat(type(bytes(0xFF, 0xD8, 0xFF, 0xE0))).isEqualTo(FileType.JPEG);
        assertThat(type(utf8("%PDF-1.7\n..."))).isEqualTo(FileType.PDF);
        assertThat(type(utf8("\n".repeat(900) + "%PDF-1.4"))).isEqualTo(FileType.PDF);
        assertThat(type(utf8("\n".repeat(1100) + "%PDF-1.4"))).isEqualTo(FileType.TEXT);
        assertThat(type(bytes(0x89, 'P', 'N', 'G'))).isEqualTo(FileType.OTHER);
    }

    @Test
    void officeDocumentsAreKnownByTheirTableOfParts() {
        assertThat(type(SampleFiles.docx(10, true))).isEqualTo(FileType.DOCX);
        assertThat(type(SampleFiles.docx(1000, false))).isEqualTo(FileType.DOCX);
        assertThat(type(SampleFiles.xlsx(10, true))).isEqualTo(FileType.XLSX);
    }

    @Test
    void otherArchivesAreArchives() {
        assertThat(type(SampleFiles.zip("a.txt", utf8("wordprocessingml.document.main+xml"), "b", utf8("x"))))
                .isEqualTo(FileType.ZIP);
        // documents with macros are none of those that are taken
        assertThat(type(SampleFiles.office("ms-word.document.macroEnabled.main+xml", 10, true)))
                .isEqualTo(FileType.ZIP);
        assertThat(type(bytes('P', 'K', 5, 6, 0, 0))).isEqualTo(FileType.ZIP);
        assertThat(type(bytes('P', 'K', 3, 4, 1, 2, 3))).isEqualTo(FileType.ZIP);
        assertThat(type(Arrays.copyOf(SampleFiles.docx(5000, false), 3000))).isEqualTo(FileType.ZIP);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 4096})
    void textIsKnownHoweverItIsCut(int block) {
        byte[] csv = utf8("\ufeffMã;Tên\r\n01;Xã Hòa Bình 𠀋\r\n".repeat(20));
        assertThat(type(csv, block)).isEqualTo(FileType.TEXT);
        assertThat(type(Arrays.copyOf(csv, csv.length - 2), block)).isEqualTo(FileType.TEXT);
        // in the middle of the last character
        assertThat(type(Arrays.copyOf(csv, csv.length - 4), block)).isEqualTo(FileType.OTHER);
        byte[] cut = utf8("đủ ổ");
        assertThat(type(Arrays.copyOf(cut, cut.length - 1), block)).isEqualTo(FileType.OTHER);
        byte[] broken = utf8("a".repeat(50) + "\u0000" + "b");
        assertThat(type(broken, block)).isEqualTo(FileType.OTHER);
        byte[] latin = "a".repeat(20).concat("\u00e0b").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(type(latin, block)).isEqualTo(FileType.OTHER);
    }

    @Test
    void aFaultFarBehindIsFound() {
        byte[] text = utf8("a".repeat(700_000));
        assertThat(type(text)).isEqualTo(FileType.TEXT);
        text[650_000] = (byte) 0xFF;
        assertThat(type(text)).isEqualTo(FileType.OTHER);
    }

    @Test
    void anArchiveThatUnpacksToNearlyNothingButZerosIsNotUnpackedForEver() {
        byte[] bomb = SampleFiles.zeros(300);
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThat(type(bomb, bomb.length)).isEqualTo(FileType.ZIP);
    }
}
