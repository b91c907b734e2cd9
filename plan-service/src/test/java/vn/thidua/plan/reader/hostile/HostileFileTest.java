package vn.thidua.plan.reader.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.plan.reader.intake.RefusalReason;

/** Files that are empty, too large, or something else than they seem. */
class HostileFileTest {
    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void anEmptyFileIsRefusedByName() {
        assertThat(Guarded.refusal(new byte[0])).isEqualTo(RefusalReason.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n\n\n", "\ufeff", "\t \r\n \u00a0 \u200b", "\f\f\f"})
    void aBlankFileIsRefusedByName(String blank) {
        assertThat(Guarded.refusal(utf8(blank))).isEqualTo(RefusalReason.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thi đua ", "7", "“", "|", "\t", "<table>", "(", "Căn cứ Luật ", "\u0301", "\u0000"})
    void twentyMegabytesOfOneThingAreRefusedByName(String unit) {
        byte[] file = utf8(HostileText.line(unit, HostileText.LIMIT - 10));
        assertThat(Guarded.refusal(file))
                .isIn(RefusalReason.TEXT_TOO_LONG, RefusalReason.EMPTY, RefusalReason.OTHER_FORMAT);
    }

    @Test
    void aFileAboveTheLimitIsRefusedByName() {
        assertThat(Guarded.refusal(new byte[HostileText.LIMIT + 1])).isEqualTo(RefusalReason.TOO_LARGE);
    }

    @Test
    void aWordWithoutAnEndIsRead() {
        assertThat(Guarded.proposal(utf8("a".repeat(1_000_000))).tasks()).isEmpty();
    }

    @Test
    void pairsWithoutAPartnerAndZerosAreReadOrRefused() {
        Guarded.read(
                new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80, 'a', ' ', (byte) 0xed, (byte) 0xb0, (byte) 0x80});
        Guarded.read("\ud83c kế hoạch \udf00".getBytes(StandardCharsets.UTF_16LE));
        Guarded.read("\ufeff\ud83c kế hoạch \udf00 phấn đấu 5% \ud83c".getBytes(StandardCharsets.UTF_16BE));
        Guarded.read(HostileText.plan("2. Một \u0000 hai \u0000\u0001\u0002\n"));
    }

    @Test
    void aPlanInUtf16IsRead() {
        String plan = HostileText.plan("2. Sơ kết phong trào\n");
        assertThat(Guarded.proposal(("\ufeff" + plan).getBytes(StandardCharsets.UTF_16LE))
                        .documentNumber())
                .isEqualTo("01/KH-UBND");
        assertThat(Guarded.proposal(("\ufeff" + plan).getBytes(StandardCharsets.UTF_16BE))
                        .documentNumber())
                .isEqualTo("01/KH-UBND");
    }

    @Test
    void randomBytesAreRefusedByName() {
        Random random = new Random(7);
        for (int size : new int[] {1, 2, 3, 4, 10, 100, 10_000, 5_000_000}) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            Guarded.read(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0089PNG\r\n\u001a\n",
                "GIF89a",
                "%PDF-1.7\n",
                "PK\u0003\u0004",
                "PK\u0005\u0006",
                "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
                "{\\rtf1",
                "MZ\u0000",
                "\u007fELF",
                "<?xml version=\"1.0\"?><w:wordDocument",
                "Rar!\u001a"
            })
    void aPlanThatBeginsAsAnotherKindOfFileIsRefusedByName(String head) {
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] plan = utf8(HostileText.plan(""));
        byte[] file = new byte[start.length + plan.length];
        System.arraycopy(start, 0, file, 0, start.length);
        System.arraycopy(plan, 0, file, start.length, plan.length);
        assertThat(Guarded.refusal(file)).isNotNull();
        assertThat(Guarded.refusal(start)).isNotNull();
    }
}
