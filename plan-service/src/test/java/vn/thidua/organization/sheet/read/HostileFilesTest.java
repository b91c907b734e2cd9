package vn.thidua.organization.sheet.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import vn.thidua.organization.sheet.Books;
import vn.thidua.organization.sheet.SheetLimits;
import vn.thidua.organization.sheet.SheetRefusal;
import vn.thidua.organization.sheet.SheetRefusedException;

class HostileFilesTest {
    private static final String HEAD = "<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>Mã</t></is></c>"
            + "<c t=\"inlineStr\"><is><t>Tên đơn vị</t></is></c></row>";

    private static SheetRefusedException refusal(byte[] file) {
        SheetRefusedException refused = Assertions.assertTimeout(
                Duration.ofSeconds(20),
                () -> catchThrowableOfType(
                        SheetRefusedException.class, () -> new SheetReader(SheetLimits.STANDARD).read(file)));
        assertThat(refused).as("it must be refused").isNotNull();
        return refused;
    }

    private static SheetRefusal reason(byte[] file) {
        return refusal(file).reason();
    }

    @Test
    void nothingIsNotAList() {
        assertThat(reason(new byte[0])).isEqualTo(SheetRefusal.EMPTY);
        assertThat(reason(Books.bytes(" \n\n"))).isEqualTo(SheetRefusal.EMPTY);
        assertThat(reason(Books.bytes("Mã;Tên đơn vị\n"))).isEqualTo(SheetRefusal.EMPTY);
    }

    @Test
    void aFileBeyondTheLimitIsNotLookedAt() {
        assertThat(reason(new byte[(20 << 20) + 1])).isEqualTo(SheetRefusal.TOO_LARGE);
    }

    @Test
    void otherKindsOfFilesAreNamed() {
        assertThat(reason(Books.bytes("%PDF-1.7 ...."))).isEqualTo(SheetRefusal.OTHER_FORMAT);
        assertThat(reason(Books.bytes("<html><table><tr><td>Mã</td></tr></table></html>")))
                .isEqualTo(SheetRefusal.OTHER_FORMAT);
        assertThat(reason(Books.zip(Map.of("word/document.xml", Books.bytes("<w/>")))))
                .isEqualTo(SheetRefusal.OTHER_FORMAT);
        assertThat(reason(Books.zip(Map.of("xl/workbook.bin", new byte[10])))).isEqualTo(SheetRefusal.BINARY_WORKBOOK);
        assertThat(reason(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2}))
                .isEqualTo(SheetRefusal.ENCRYPTED_OR_OLD);
        byte[] noise = new byte[5000];
        new Random(7).nextBytes(noise);
        noise[0] = 0;
        assertThat(reason(noise)).isIn(SheetRefusal.OTHER_FORMAT, SheetRefusal.OLD_ENCODING);
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() {
        byte[] bomb = Books.withSheetXml(HEAD + " ".repeat(40 << 20));
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThat(reason(bomb)).isEqualTo(SheetRefusal.INFLATES_TOO_MUCH);
    }

    @Test
    void aTagThatNeverEndsIsRefused() {
        String endless = HEAD + "<row r=\"2\" x=\"" + "a".repeat(3 << 20) + "\"/></sheetData></worksheet>";
        assertThat(reason(Books.withSheetXml(endless))).isEqualTo(SheetRefusal.INFLATES_TOO_MUCH);
    }

    @Test
    void manyLargeSheetsDoNotKeepTheServerBusy() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        // half a minute of work, if all of it were done
        StringBuilder sheets = new StringBuilder("<workbook xmlns:r=\"r\"><sheets>");
        StringBuilder relations = new StringBuilder("<Relationships>");
        for (int i = 0; i < 90; i++) {
            sheets.append("<sheet name=\"A")
                    .append(i)
                    .append("\" r:id=\"r")
                    .append(i)
                    .append("\"/>");
            relations.append("<Relationship Id=\"r").append(i).append("\" Type=\"x/worksheet\" Target=\"s.xml\"/>");
        }
        parts.put("xl/s.xml", Books.bytes("<worksheet>" + "<a b=\"1\"/>".repeat(2_500_000) + "</worksheet>"));
        parts.put("xl/workbook.xml", Books.bytes(sheets + "</sheets></workbook>"));
        parts.put("xl/_rels/workbook.xml.rels", Books.bytes(relations + "</Relationships>"));
        assertThat(reason(Books.zip(parts))).isEqualTo(SheetRefusal.INFLATES_TOO_MUCH);
    }

    @Test
    void entitiesAreNeverExpanded() {
        String doctype = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
        assertThat(reason(Books.withSheetXml(
                        doctype + HEAD + "<row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>")))
                .isEqualTo(SheetRefusal.DAMAGED);
        String external = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
        assertThat(reason(Books.withSheetXml(
                        external + HEAD + "<row><c t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>")))
                .isEqualTo(SheetRefusal.DAMAGED);
    }

    @Test
    void tooManyRowsColumnsAndLettersAreRefusedWithThePlace() {
        StringBuilder rows = new StringBuilder(HEAD);
        for (int i = 0; i < 100_001; i++) {
            rows.append("<row><c t=\"n\"><v>1</v></c><c t=\"n\"><v>2</v></c></row>");
        }
        assertThat(reason(Books.withSheetXml(rows + "</sheetData></worksheet>")))
                .isEqualTo(SheetRefusal.TOO_MANY_ROWS);
        SheetRefusedException wide = refusal(
                Books.withSheetXml(HEAD + "<row r=\"2\"><c r=\"ZZ2\"><v>1</v></c></row></sheetData></worksheet>"));
        assertThat(wide.reason()).isEqualTo(SheetRefusal.TOO_MANY_COLUMNS);
        assertThat(wide.detail()).contains("ZZ");
        SheetRefusedException wordy = refusal(Books.of(
                "DS", List.of(List.of("Mã", "Tên đơn vị"), List.of("A", "Xã A"), List.of("B", "x".repeat(2001)))));
        assertThat(wordy.reason()).isEqualTo(SheetRefusal.CELL_TOO_LONG);
        assertThat(wordy.detail()).contains("B3");
        assertThat(reason(Books.bytes("Mã;Tên đơn vị\n" + "A;B\n".repeat(50_001))))
                .isEqualTo(SheetRefusal.TOO_MANY_ROWS);
        assertThat(reason(Books.bytes("Mã;Tên đơn vị\nA;" + "x".repeat(5_000) + "\n")))
                .isEqualTo(SheetRefusal.CELL_TOO_LONG);
    }

    @Test
    void aMillionEmptyFormattedRowsAreNoRows() {
        StringBuilder rows = new StringBuilder(HEAD)
                .append("<row r=\"2\"><c t=\"str\"><v>A</v></c><c t=\"str\"><v>Xã A</v></c></row>");
        for (int i = 0; i < 200_000; i++) {
            rows.append("<row><c s=\"1\"/></row>");
        }
        assertThat(new SheetReader(SheetLimits.STANDARD)
                        .read(Books.withSheetXml(rows + "</sheetData></worksheet>"))
                        .rows())
                .hasSize(1);
    }

    @Test
    void oldEncodingsAreRefusedWithTheRemedy() {
        // "Mã;Tên đơn vị" and a name, in TCVN3 as Excel saves it, then as its letters look inside a workbook
        String tcvn3 = "M·;Tªn ®¬n vÞ\nA;X· Hßa B×nh\n";
        assertThat(reason(tcvn3.getBytes(Charset.forName("windows-1252")))).isEqualTo(SheetRefusal.OLD_ENCODING);
        assertThat(reason(tcvn3.getBytes(StandardCharsets.UTF_8))).isEqualTo(SheetRefusal.OLD_ENCODING);
        assertThat(reason(Books.of("DS", List.of(List.of("M·", "Tªn ®¬n vÞ"), List.of("A", "X· Hßa B×nh")))))
                .isEqualTo(SheetRefusal.OLD_ENCODING);
        String vni = "Maõ;Teân ñôn vò\nA;Xaõ Hoøa Bình\nB;Xaõ Ñöùc Thaéng\n";
        assertThat(reason(vni.getBytes(StandardCharsets.UTF_8))).isEqualTo(SheetRefusal.OLD_ENCODING);
        assertThat(SheetRefusal.OLD_ENCODING.remedy()).contains("Unicode");
    }

    @Test
    void aListWithoutWhatItNeedsSaysWhatIsMissing() {
        assertThat(reason(Books.bytes("a;b\n1;2\n"))).isEqualTo(SheetRefusal.NO_TABLE);
        SheetRefusedException missing = refusal(Books.bytes("Họ và tên;Ngày sinh;Giới tính\nAn;1/1/1980;Nam\n"));
        assertThat(missing.reason()).isEqualTo(SheetRefusal.COLUMN_MISSING);
        assertThat(missing.detail()).contains("Số CCCD");
        assertThat(refusal(Books.bytes("Họ và tên;CCCD;Ngày sinh\nAn;1;1/1/1980\n"))
                        .detail())
                .contains("Đơn vị");
        SheetRefusedException twice = refusal(Books.bytes("Mã;Tên đơn vị;Từ ngày;Hiệu lực từ\nA;B;C;D\n"));
        assertThat(twice.reason()).isEqualTo(SheetRefusal.COLUMN_TWICE);
    }

    @Test
    void damagedFilesAreRefusedWhereverTheyBreak() {
        byte[] whole = Books.of("DS", List.of(List.of("Mã", "Tên đơn vị"), List.of("A", "Xã A"), List.of("B", "Xã B")));
        Random random = new Random(42);
        SheetReader reader = new SheetReader(SheetLimits.STANDARD);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] broken = whole.clone();
            for (int j = 0; j < 5; j++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            if (i % 3 == 0) {
                broken = Arrays.copyOf(broken, random.nextInt(broken.length));
            }
            try {
                reader.read(broken);
            } catch (SheetRefusedException e) {
                refused++;
            }
        }
        // no other exception came out; most of them did not get through
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void brokenXmlAndBrokenReferencesAreRefused() {
        assertThat(reason(Books.withSheetXml(HEAD + "<row><c t=\"s\"><v>99</v></c></row></sheetData></worksheet>")))
                .isEqualTo(SheetRefusal.DAMAGED);
        assertThat(reason(Books.withSheetXml(HEAD + "<row>"))).isEqualTo(SheetRefusal.DAMAGED);
        assertThat(reason(Books.withSheetXml("<a>".repeat(500)))).isEqualTo(SheetRefusal.DAMAGED);
        assertThat(reason(Books.zip(Map.of("xl/x.xml", new byte[1])))).isEqualTo(SheetRefusal.DAMAGED);
    }

    @Test
    void numbersBeyondReasonAreWords() {
        byte[] file = Books.withSheetXml(HEAD + "<row><c><v>1E999999999</v></c><c><v>" + "9".repeat(1900)
                + "</v></c></row></sheetData></worksheet>");
        assertThat(new SheetReader(SheetLimits.STANDARD).read(file).rows()).hasSize(1);
    }
}
