package vn.thidua.plan.reader.intake.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.thidua.plan.reader.intake.docx.WordFile.cell;
import static vn.thidua.plan.reader.intake.docx.WordFile.p;
import static vn.thidua.plan.reader.intake.docx.WordFile.r;
import static vn.thidua.plan.reader.intake.docx.WordFile.row;
import static vn.thidua.plan.reader.intake.docx.WordFile.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.intake.RefusalReason;
import vn.thidua.plan.reader.intake.RefusedException;
import vn.thidua.plan.reader.source.Block;
import vn.thidua.plan.reader.source.SourceDocument;

@Timeout(20)
class DocxHostileTest {
    private static void refused(byte[] bytes, RefusalReason reason) {
        refused(bytes, WordFile.budget(), reason);
    }

    private static void refused(byte[] bytes, Budget budget, RefusalReason reason) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> DocxIntake.read(bytes, budget))
                .extracting(RefusedException::reason)
                .isEqualTo(reason);
    }

    /** @param inside what is repeated, a million characters at a time, between the head and the tail of the body */
    private static byte[] bomb(String part, String inside, int megabytes) throws IOException {
        byte[] block = inside.repeat((1 << 20) / inside.length()).getBytes(StandardCharsets.UTF_8);
        String[] around = WordFile.document("#").split("#", 2);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            if (!part.equals("word/document.xml")) {
                zip.putNextEntry(new ZipEntry("word/document.xml"));
                zip.write(WordFile.document(p("Kế hoạch")).getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry(part));
            zip.write(around[0].getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < megabytes; i++) {
                zip.write(block);
            }
            zip.write(around[1].getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @Test
    void aPartThatInflatesBeyondAllMeasureIsRefusedSoon() throws IOException {
        byte[] bytes = bomb("word/document.xml", "<w:p/>", 300);
        long start = System.nanoTime();
        refused(bytes, RefusalReason.INFLATES_TOO_MUCH);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aPartThatLiesAboutItsSizeIsFoundOutWhileItIsRead() throws IOException {
        byte[] bytes = bomb("word/document.xml", "<w:p/>", 300);
        ByteBuffer directory = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        directory.putInt(directory.getInt(bytes.length - 22 + 16) + 24, 1000);
        long start = System.nanoTime();
        refused(bytes, RefusalReason.INFLATES_TOO_MUCH);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aStylesPartThatInflatesBeyondAllMeasureIsRefusedToo() throws IOException {
        refused(bomb("word/styles.xml", "          ", 200), RefusalReason.INFLATES_TOO_MUCH);
    }

    @Test
    void aPartThatNobodyReadsMayClaimAnything() throws IOException {
        byte[] bytes = bomb("word/media/image1.png", "0123456789", 200);
        assertThat(WordFile.show(DocxIntake.read(bytes, WordFile.budget()))).containsExactly("Kế hoạch");
    }

    @Test
    void manyMegabytesWithoutATagAreRefused() throws IOException {
        refused(bomb("word/document.xml", "x", 9), RefusalReason.INFLATES_TOO_MUCH);
    }

    @Test
    void aTextLongerThanTheLimitIsRefused() {
        refused(
                WordFile.body(p("thi đua ".repeat(1000))).bytes(),
                Budget.of(Duration.ofSeconds(5), 5000),
                RefusalReason.TEXT_TOO_LONG);
        refused(
                WordFile.body(p("thi đua ".repeat(100_000))).bytes(),
                Budget.of(Duration.ofSeconds(5), 5000),
                RefusalReason.TEXT_TOO_LONG);
    }

    @Test
    void timeThatIsUsedUpEndsTheReading() {
        refused(
                WordFile.body(p("a").repeat(5000)).bytes(),
                Budget.of(Duration.ofNanos(1), 5000),
                RefusalReason.TOO_SLOW);
    }

    @Test
    void aDocumentTypeIsRefusedWhateverItDeclares() {
        String plain = WordFile.document(p("a"));
        for (String type : new String[] {
            "<!DOCTYPE w:document>",
            "<!DOCTYPE w:document SYSTEM \"file:///etc/passwd\">",
            "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
            "<!DOCTYPE w:document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
        }) {
            String text = plain.replaceFirst("\\?>", "?>" + type.replace("$", ""))
                    .replace(">a<", type.contains("ENTITY x") ? ">&x;<" : ">a<");
            refused(WordFile.empty().part("word/document.xml", text).bytes(), RefusalReason.DAMAGED);
        }
    }

    @Test
    void anEntityThatNobodyDeclaredIsDamage() {
        refused(WordFile.body(p("&lol;")).bytes(), RefusalReason.DAMAGED);
    }

    @Test
    void nestingBeyondReasonIsRefusedAndDoesNotOverflowTheStack() {
        refused(WordFile.body("<w:sdt><w:sdtContent>".repeat(50_000)).bytes(), RefusalReason.DAMAGED);
        refused(WordFile.body("<w:tbl><w:tr><w:tc>".repeat(20_000)).bytes(), RefusalReason.DAMAGED);
        refused(WordFile.body("<w:x>".repeat(100_000)).bytes(), RefusalReason.DAMAGED);
    }

    @Test
    void nestingJustWithinReasonIsRead() {
        int depth = 60;
        assertThat(WordFile.read(
                        "<w:tbl><w:tr><w:tc>".repeat(depth) + p("sâu") + "</w:tc></w:tr></w:tbl>".repeat(depth)))
                .containsExactly("sâu");
        String open = ("<w:tr>" + cell("a") + "<w:tc>");
        assertThat(WordFile.read(("<w:tbl>" + open).repeat(depth) + p("sâu") + "</w:tc></w:tr></w:tbl>".repeat(depth))
                        .getFirst())
                .endsWith("sâu");
    }

    @Test
    void aTableOfFiveThousandRowsIsReadWhole() {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 5000; i++) {
            rows.append(row(
                    cell(String.valueOf(i)),
                    cell("Tổ chức phong trào thi đua"),
                    cell("Văn phòng"),
                    cell("Quý I"),
                    cell("")));
        }
        SourceDocument document = WordFile.body(table("", rows.toString())).read();
        assertThat(((Block.Table) document.blocks().getFirst()).rows()).hasSize(5000);
        assertThat(document.text()).endsWith("Quý I\t\n");
    }

    @Test
    void millionsOfEmptyCellsAreRefused() {
        refused(
                WordFile.body(table("", ("<w:tr>" + "<w:tc/>".repeat(50) + "</w:tr>").repeat(5000)))
                        .bytes(),
                RefusalReason.TEXT_TOO_LONG);
    }

    @Test
    void ringsOfStylesAndListsEnd() {
        String styles = "<w:style w:styleId=\"A\" w:type=\"paragraph\"><w:basedOn w:val=\"B\"/></w:style>"
                + "<w:style w:styleId=\"B\" w:type=\"paragraph\"><w:basedOn w:val=\"A\"/></w:style>"
                + "<w:style w:styleId=\"N\" w:type=\"numbering\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
        String numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"N\"/></w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        assertThat(WordFile.show(
                        WordFile.body(p("<w:pStyle w:val=\"A\"/><w:numPr><w:numId w:val=\"1\"/></w:numPr>", r("a")))
                                .styles(styles)
                                .numbering(numbering)
                                .read()))
                .containsExactly("a");
    }

    @Test
    void aFileCutOffAnywhereIsDamage() {
        byte[] whole = WordFile.body(p("Kế hoạch thi đua").repeat(50)).bytes();
        for (int length = 0; length < whole.length; length += 7) {
            refused(Arrays.copyOf(whole, length), RefusalReason.DAMAGED);
        }
    }

    @Test
    void changedBytesAreRefusedOrReadAndNeverAnythingElse() {
        byte[] whole = WordFile.body(
                        p("<w:jc w:val=\"center\"/>", r("Kế hoạch")) + table("", row(cell("a"), cell("b"))))
                .bytes();
        Random random = new Random(20250101);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] changed = whole.clone();
            for (int n = 0; n <= i % 4; n++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(DocxIntake.read(changed, WordFile.budget()).text()).isNotEmpty();
            } catch (RefusedException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(100, 2999);
    }
}
