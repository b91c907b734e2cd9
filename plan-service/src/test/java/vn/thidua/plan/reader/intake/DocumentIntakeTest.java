package vn.thidua.plan.reader.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.reader.intake.docx.WordFile;
import vn.thidua.plan.reader.source.IntakeNote;
import vn.thidua.plan.reader.source.SourceDocument;

class DocumentIntakeTest {
    private static SourceDocument read(byte[] bytes) {
        return DocumentIntake.read(bytes, Budget.of(Duration.ofSeconds(10), 100_000));
    }

    private static void refused(byte[] bytes, RefusalReason reason) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> read(bytes))
                .extracting(RefusedException::reason)
                .isEqualTo(reason);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String p(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    @Test
    void aWordDocumentIsRead() {
        assertThat(read(WordFile.body(p("Kế hoạch")).bytes()).text()).isEqualTo("Kế hoạch\n");
    }

    @Test
    void textIsReadInItsEncoding() {
        assertThat(read("Kế hoạch".getBytes(StandardCharsets.UTF_16)).text()).contains("Kế hoạch");
        SourceDocument old = read(latin("KÕ ho¹ch c«ng t¸c thi ®ua"));
        assertThat(old.text()).contains("Kế hoạch công tác thi đua");
        assertThat(old.notes()).containsExactly(IntakeNote.OLD_ENCODING_CONVERTED);
    }

    @Test
    void whatCannotBeReadIsRefusedByName() {
        refused(new byte[0], RefusalReason.EMPTY);
        refused(latin(" \r\n\t "), RefusalReason.EMPTY);
        refused(latin("{\\rtf1 a}"), RefusalReason.RICH_TEXT);
        refused(latin("\u0089PNG\r\n"), RefusalReason.PICTURE);
        refused(new byte[DocumentIntake.MAX_BYTES + 1], RefusalReason.TOO_LARGE);
        refused(WordFile.empty().part("xl/workbook.xml", "").bytes(), RefusalReason.OTHER_FORMAT);
        refused("a".repeat(500_000).getBytes(StandardCharsets.UTF_8), RefusalReason.TEXT_TOO_LONG);
    }

    @Test
    void lettersThatNobodyCouldReadAreRefused() {
        refused("K\ufffd ho\ufffdch c\ufffdng t\ufffdc".getBytes(StandardCharsets.UTF_8), RefusalReason.GARBLED_TEXT);
        refused(WordFile.body(p("\ufffd\ufffd\ufffd\ufffd a")).bytes(), RefusalReason.GARBLED_TEXT);
    }

    @Test
    void bytesWithoutAnySenseAreRefusedAndNothingElseHappens() {
        Random random = new Random(7);
        String[] heads = {
            "",
            "PK\u0003\u0004",
            "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
            "\u00ff\u00fe",
            "\u00ef\u00bb\u00bf",
            "<?xml "
        };
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            byte[] head = latin(heads[i % heads.length]);
            System.arraycopy(head, 0, bytes, 0, Math.min(head.length, bytes.length));
            try {
                assertThat(read(bytes).blocks()).isNotEmpty();
            } catch (RefusedException e) {
                assertThat(e.reason()).isNotEqualTo(RefusalReason.TOO_SLOW);
            }
        }
    }
}
