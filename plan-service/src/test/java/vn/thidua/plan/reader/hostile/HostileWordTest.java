package vn.thidua.plan.reader.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.plan.reader.hostile.Zipped.document;
import static vn.thidua.plan.reader.hostile.Zipped.p;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.plan.reader.PlanProposal;
import vn.thidua.plan.reader.WarningCode;
import vn.thidua.plan.reader.intake.RefusalReason;

class HostileWordTest {
    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aPackageOfGigabytesInOneOrManyPartsIsRefusedByName() {
        assertThat(Guarded.refusal(Zipped.bomb("<w:p/>", 1000L << 20))).isEqualTo(RefusalReason.INFLATES_TOO_MUCH);
        // the same amount in ten parts, each of which alone would pass
        byte[] block = new byte[1 << 20];
        byte[] bomb = Zipped.streamed(out -> {
            for (int part = 0; part < 10; part++) {
                out.putNextEntry(new java.util.zip.ZipEntry("word/document" + part + ".xml"));
                for (int i = 0; i < 100; i++) {
                    out.write(block);
                }
            }
        });
        assertThat(Guarded.refusal(bomb)).isIn(RefusalReason.INFLATES_TOO_MUCH, RefusalReason.DAMAGED);
    }

    @Test
    void aPackageInsideOfAPackageIsNotOpened() {
        byte[] inner = Zipped.bomb("<w:p/>", 50 << 20);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (int i = 0; i < 50; i++) {
            parts.put("level" + i + ".zip", inner);
        }
        assertThat(Guarded.refusal(Zipped.plainZip(parts))).isEqualTo(RefusalReason.OTHER_FORMAT);
        parts.put("word/document.xml", utf8(document(p("Kế hoạch"))));
        assertThat(Guarded.proposal(Zipped.zip(parts)).text()).contains("Kế hoạch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"word/document.xml", "word/styles.xml", "word/numbering.xml", "_rels/.rels"})
    void anExternalEntityIsNeverFollowed(String part) {
        String secret = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
        String body = part.equals("word/document.xml") ? document(p("Kế hoạch &e;")) : "<x>&e;</x>";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("word/document.xml", utf8(document(p("Kế hoạch"))));
        parts.put(part, utf8("<?xml version=\"1.0\"?>" + secret + body.replaceFirst("<\\?xml.*\\?>", "")));
        assertThat(Guarded.refusal(Zipped.zip(parts))).isEqualTo(RefusalReason.DAMAGED);
    }

    @Test
    void entitiesThatMultiplyAreRefused() {
        StringBuilder laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        laughs.append("]>").append(document(p("&l29;")).replaceFirst("<\\?xml.*\\?>", ""));
        assertThat(Guarded.refusal(Zipped.zip(Map.of("word/document.xml", utf8(laughs.toString())))))
                .isEqualTo(RefusalReason.DAMAGED);
    }

    @Test
    void aMacroIsNotedAndNotRun() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("word/document.xml", utf8(document(Zipped.paragraphs(HostileText.plan("")))));
        parts.put("word/vbaProject.bin", new byte[4000]);
        PlanProposal proposal = Guarded.proposal(Zipped.zip(parts));
        assertThat(proposal.warnings()).extracting(PlanProposal.Warning::code).contains(WarningCode.MACROS_IGNORED);
    }

    @Test
    void millionsOfEmptyRunsAreRefusedOrRead() {
        Guarded.read(Zipped.word("<w:p>" + "<w:r/>".repeat(2_000_000) + "</w:p>" + p("Kế hoạch")));
        Guarded.read(Zipped.word("<w:p/>".repeat(1_000_000) + p("Kế hoạch")));
    }

    @Test
    void aTableOfMillionsOfCellsIsRefusedOrRead() {
        Guarded.read(Zipped.word("<w:tbl>" + ("<w:tr>" + "<w:tc><w:p/></w:tc>".repeat(1000) + "</w:tr>").repeat(500)
                + "</w:tbl>" + p("Kế hoạch")));
        Guarded.read(Zipped.word("<w:tbl><w:tr>" + "<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>".repeat(100_000)
                + "</w:tr></w:tbl>"));
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 5_000, 200_000})
    void elementsInsideOfEachOtherAreRefusedOrRead(int depth) {
        Guarded.read(
                Zipped.word("<w:tbl><w:tr><w:tc>".repeat(depth) + p("a") + "</w:tc></w:tr></w:tbl>".repeat(depth)));
        Guarded.read(Zipped.word("<w:sdt><w:sdtContent>".repeat(depth)));
    }

    @Test
    void anAttributeOfMegabytesIsRefusedOrRead() {
        Guarded.read(Zipped.word("<w:p w:x=\"" + "a".repeat(10_000_000) + "\"/>" + p("Kế hoạch")));
        Guarded.read(Zipped.word("<w:p><w:r><w:t>" + "a".repeat(7_000_000) + "</w:t></w:r></w:p>"));
    }

    @Test
    void aPackageWithAPasswordIsRefusedByName() {
        assertThat(Guarded.refusal(ole("EncryptedPackage"))).isEqualTo(RefusalReason.ENCRYPTED);
    }

    @Test
    void anOldWordFileIsRefusedByName() {
        assertThat(Guarded.refusal(ole("WordDocument"))).isEqualTo(RefusalReason.LEGACY_WORD);
    }

    private static byte[] ole(String stream) {
        byte[] file = new byte[20_000];
        byte[] head = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
        System.arraycopy(head, 0, file, 0, head.length);
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, file, 1024, name.length);
        return file;
    }

    @Test
    void aPackageCutOffAnywhereIsRefusedByName() {
        byte[] whole = Zipped.word(Zipped.paragraphs(HostileText.plan("")));
        for (int part = 1; part <= 20; part++) {
            assertThat(Guarded.refusal(Arrays.copyOf(whole, whole.length * part / 21)))
                    .isEqualTo(RefusalReason.DAMAGED);
        }
    }
}
