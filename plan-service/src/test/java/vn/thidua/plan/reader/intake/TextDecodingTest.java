package vn.thidua.plan.reader.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TextDecodingTest {
    private static final String PLAN = "Kế hoạch công tác thi đua, khen thưởng năm 2025 của Ủy ban nhân dân xã.\n"
            + "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;\n";
    /** The same words as a clerk typed them. */
    private static final String TCVN3 = "KÕ ho¹ch c«ng t¸c thi ®ua, khen th\u00adëng n¨m 2025 cña ñy ban nh©n d©n x·.\n"
            + "C¨n cø LuËt Thi ®ua, khen th\u00adëng ngµy 15 th¸ng 6 n¨m 2022;\n";

    private static final String VNI =
            "Keá hoaïch coâng taùc thi ñua, khen thöôûng naêm 2025 cuûa UÛy ban nhaân daân xaõ.\n"
                    + "Caên cöù Luaät Thi ñua, khen thöôûng ngaøy 15 thaùng 6 naêm 2022;\n";

    private static void isRead(byte[] bytes, boolean converted) {
        isRead(bytes, PLAN, converted);
    }

    private static void isRead(byte[] bytes, String text, boolean converted) {
        TextDecoding.Decoded decoded = TextDecoding.decode(bytes);
        assertThat(Normalizer.normalize(decoded.text(), Normalizer.Form.NFC)).isEqualTo(text);
        assertThat(decoded.converted()).isEqualTo(converted);
    }

    private static byte[] with(String mark, byte[] text) {
        byte[] head = HexFormat.of().parseHex(mark);
        byte[] all = new byte[head.length + text.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(text, 0, all, head.length, text.length);
        return all;
    }

    @Test
    void unicodeIsReadWithAndWithoutAMark() {
        isRead(PLAN.getBytes(StandardCharsets.UTF_8), false);
        isRead(with("efbbbf", PLAN.getBytes(StandardCharsets.UTF_8)), false);
        isRead(PLAN.getBytes(StandardCharsets.UTF_16LE), false);
        isRead(PLAN.getBytes(StandardCharsets.UTF_16BE), false);
        isRead(with("fffe", PLAN.getBytes(StandardCharsets.UTF_16LE)), false);
        isRead(with("feff", PLAN.getBytes(StandardCharsets.UTF_16BE)), false);
        isRead(Normalizer.normalize(PLAN, Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8), false);
    }

    @Test
    void aLetterCutOffAtTheEndDoesNotMakeItAnotherEncoding() {
        byte[] bytes = PLAN.repeat(3).concat("xã").getBytes(StandardCharsets.UTF_8);
        assertThat(TextDecoding.decode(java.util.Arrays.copyOf(bytes, bytes.length - 1))
                        .text())
                .startsWith(PLAN);
    }

    @Test
    void tcvn3IsConverted() {
        isRead(TCVN3.getBytes(StandardCharsets.ISO_8859_1), PLAN.replace("Ủy", "ủy"), true);
    }

    @Test
    void vniIsConverted() {
        isRead(VNI.getBytes(StandardCharsets.ISO_8859_1), true);
        assertThat(
                        OldEncoding.VNI.toUnicode(
                                "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc, KYÛ NIEÄM, ngöôøi, taêng, ñaët"))
                .isEqualTo(
                        "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc, KỶ NIỆM, người, tăng, đặt");
    }

    @Test
    void windows1258IsConverted() {
        byte[] bytes = decomposedTones(PLAN).getBytes(Charset.forName("windows-1258"));
        isRead(bytes, true);
    }

    /** Windows 1258 has letters with circumflex, breve and horn, but only five with a tone. */
    private static String decomposedTones(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            String tone = parts.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
            out.append(Normalizer.normalize(
                            parts.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", ""), Normalizer.Form.NFC))
                    .append(tone);
        }
        return out.toString();
    }

    @Test
    void visciiIsConverted() {
        // written by iconv
        byte[] bytes = HexFormat.of().parseHex(VISCII_HEX);
        isRead(bytes, true);
    }

    private static final String VISCII_HEX =
            "4baa20686fd563682063f46e672074e1632074686920f075612c206b68656e207468dfb76e67206ee56d20323032352063fc"
                    + "61209c792062616e206e68e26e2064e26e2078e32e0a43e56e2063d1204c75a7742054686920f075612c206b68656e207468"
                    + "dfb76e67206e67e079203135207468e16e672036206ee56d20323032323b0a";

    @Test
    void textOfNoKnownEncodingIsRefused() {
        byte[] thai = "แผนการดำเนินงาน ประจำปี สำนักงาน".getBytes(Charset.forName("TIS-620"));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> TextDecoding.decode(thai))
                .extracting(RefusedException::reason)
                .isEqualTo(RefusalReason.UNKNOWN_ENCODING);
    }

    @Test
    void westernQuotationMarksAroundPlainWordsAreNoReasonToRefuse() {
        isRead(with("93", "Plan\u0094 for 2025".getBytes(StandardCharsets.ISO_8859_1)), "“Plan” for 2025", false);
    }

    @Test
    void oldLettersInsideOfUnicodeTextAreRepaired() {
        assertThat(TextDecoding.repaired(TCVN3)).contains(PLAN.replace("Ủy", "ủy"));
        assertThat(TextDecoding.repaired(VNI)).contains(PLAN);
        String twice = new String(PLAN.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(TextDecoding.repaired(twice)).contains(PLAN);
        isRead(TCVN3.getBytes(StandardCharsets.UTF_8), PLAN.replace("Ủy", "ủy"), true);
    }

    @Test
    void utf8TakenForWindowsLettersIsRepaired() {
        assertThat(TextDecoding.repaired("Káº¿ hoáº¡ch cÃ´ng tÃ¡c thi Ä‘ua, khen thÆ°á»Ÿng nÄƒm 2025"))
                .contains("Kế hoạch công tác thi đua, khen thưởng năm 2025");
    }

    @Test
    void onlyTheLinesThatNeedItAreRepaired() {
        String mixed = "Tổ chức thực hiện và\ncó\nKÕ ho¹ch c«ng t¸c thi ®ua\n";
        assertThat(TextDecoding.repaired(mixed)).contains("Tổ chức thực hiện và\ncó\nKế hoạch công tác thi đua\n");
    }

    @Test
    void whatIsNotBrokenIsNotRepaired() {
        assertThat(TextDecoding.repaired(PLAN)).isEmpty();
        assertThat(TextDecoding.repaired("Ke hoach cong tac thi dua")).isEmpty();
        assertThat(TextDecoding.repaired("là và có thì mà để")).isEmpty();
        assertThat(TextDecoding.repaired("Le développement économique a été prévu à côté du marché où"))
                .isEmpty();
        assertThat(TextDecoding.repaired("")).isEmpty();
    }

    @Test
    void rubbishIsKnownAndSenseIsNotTakenForIt() {
        assertThat(TextDecoding.looksLikeRubbish("\uf02d\uf04b\uf065 \uf068\uf06f ke"))
                .isTrue();
        assertThat(TextDecoding.looksLikeRubbish("K\ufffd ho\ufffdch c\ufffdng t\ufffdc"))
                .isTrue();
        assertThat(TextDecoding.looksLikeRubbish(".\u0003\u0004 %&'( !\"#$ &'#$@ [\\]^ `{|}~ &'$#@ ![]{}".repeat(3)))
                .isTrue();
        assertThat(TextDecoding.looksLikeRubbish("Kœß høåçñ çøñg tåç tñî ∂µå kñêñ tñ¨øñg ñåm ñåç ßøñ çåß ñøß åçç"))
                .isTrue();
        assertThat(TextDecoding.looksLikeRubbish("แผนการดำเนินงาน ประจำปี สำนักงาน"))
                .isTrue();

        assertThat(TextDecoding.looksLikeRubbish(PLAN)).isFalse();
        assertThat(TextDecoding.looksLikeRubbish("Ke hoach cong tac thi dua, khen thuong nam 2025"))
                .isFalse();
        assertThat(TextDecoding.looksLikeRubbish("The plan for the year 2025, item 1: training of staff."))
                .isFalse();
        assertThat(TextDecoding.looksLikeRubbish("| 1 | 2025 | 90% | ---- | **** |\n| 2 | <td> |"))
                .isFalse();
        assertThat(TextDecoding.looksLikeRubbish("")).isFalse();
    }
}
