package vn.thidua.plan.reader.intake.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.plan.reader.intake.pdf.DrawnPdf.LEFT;
import static vn.thidua.plan.reader.intake.pdf.DrawnPdf.MIDDLE;

import java.util.List;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.reader.source.Block;
import vn.thidua.plan.reader.source.IntakeNote;

class PdfParagraphsTest {
    private static final String LONG =
            "Tiếp tục đổi mới nội dung, hình thức tổ chức các phong trào thi đua yêu nước, gắn với"
                    + " việc thực hiện nhiệm vụ chính trị của từng cơ quan, đơn vị; bảo đảm thiết thực, hiệu quả, phù hợp với điều"
                    + " kiện phát triển kinh tế - xã hội của địa phương.";
    private static final String OTHER = "Kịp thời phát hiện, bồi dưỡng và nhân rộng các điển hình tiên tiến trong mọi"
            + " lĩnh vực của đời sống xã hội, tạo sức lan tỏa trong cán bộ, công chức và Nhân dân.";

    private final DrawnPdf pdf = new DrawnPdf();

    @Test
    void wrappedLinesAreOneParagraphAndAnIndentBeginsTheNext() {
        double y = pdf.paragraph(100, LONG);
        pdf.paragraph(y, OTHER);
        assertThat(PdfRead.blocks(pdf.bytes())).containsExactly(LONG, OTHER);
    }

    @Test
    void ordinalsAndDashesBeginParagraphs() {
        List<String> items =
                List.of("I. MỤC ĐÍCH", "1. Mục đích", "a) Đối với cán bộ", "- Công chức xã;", "+ Thôn, bản;");
        for (int i = 0; i < items.size(); i++) {
            pdf.text(LEFT, 100 + 17 * i, items.get(i));
        }
        pdf.paragraph(400, LONG);
        assertThat(PdfRead.blocks(pdf.bytes()).subList(0, 5)).isEqualTo(items);
    }

    @Test
    void aDashInsideOfAPhraseIsNoBullet() {
        pdf.text(LEFT, 100, "Thực hiện thắng lợi các mục tiêu, nhiệm vụ phát triển kinh tế của cả huyện");
        pdf.text(LEFT, 117, "- xã hội năm 2025 và những năm tiếp theo của nhiệm kỳ 2020 - 2025, góp phần");
        pdf.text(LEFT, 134, "xây dựng huyện.");
        assertThat(PdfRead.blocks(pdf.bytes())).singleElement().asString().contains("cả huyện - xã hội năm 2025");
    }

    @Test
    void aParagraphTornOverAPageGoesOn() {
        List<String> lines = pdf.wrap(LONG, DrawnPdf.RIGHT - LEFT, 36);
        pdf.paragraph(100, OTHER);
        pdf.text(LEFT + 36, 760, lines.get(0)).newPage();
        pdf.centred(MIDDLE, 40, "2");
        for (int i = 1; i < lines.size(); i++) {
            pdf.text(LEFT, 70 + 17 * i, lines.get(i));
        }
        pdf.paragraph(300, OTHER);
        assertThat(PdfRead.blocks(pdf.bytes())).containsExactly(OTHER, LONG, "(page)", OTHER);
    }

    @Test
    void boldAndCentredAreNoted() {
        pdf.centredBold(MIDDLE, 100, "KẾ HOẠCH");
        pdf.centredBold(MIDDLE, 117, "Phát động phong trào thi đua yêu nước năm 2025");
        pdf.paragraph(150, LONG);
        List<Block> blocks = PdfRead.read(pdf.bytes()).blocks();
        assertThat(blocks.getFirst()).isInstanceOfSatisfying(Block.Paragraph.class, title -> {
            assertThat(title.words()).hasToString("KẾ HOẠCH");
            assertThat(title.bold()).isTrue();
            assertThat(title.centred()).isTrue();
        });
        assertThat(blocks.getLast()).isInstanceOfSatisfying(Block.Paragraph.class, body -> {
            assertThat(body.bold()).isFalse();
            assertThat(body.centred()).isFalse();
        });
    }

    @Test
    void lettersSetApartAreWords() {
        pdf.draw(content -> content.setCharacterSpacing(5));
        pdf.text(250, 100, "KẾ HOẠCH");
        pdf.draw(content -> content.setCharacterSpacing(0));
        pdf.text(250, 130, "K Ế  H O Ạ C H");
        pdf.paragraph(200, LONG);
        assertThat(PdfRead.blocks(pdf.bytes()).subList(0, 2)).containsExactly("KẾ HOẠCH", "KẾ HOẠCH");
    }

    @Test
    void marksDrawnBesideTheirLetterAreJoined() {
        double wide = pdf.width("đo", 13, false);
        pdf.text(LEFT, 100, "đo\u0323\u0302i thi đua các thôn, bản trong toàn xã");
        pdf.text(LEFT + wide - 5, 130, "\u0301").text(LEFT, 130, "đo");
        pdf.paragraph(200, LONG);
        assertThat(PdfRead.blocks(pdf.bytes()).subList(0, 2))
                .containsExactly("đội thi đua các thôn, bản trong toàn xã", "đó");
    }

    @Test
    void aRaisedNumberStaysWithItsWord() {
        pdf.text(LEFT, 100, "Diện tích 500 m").text(LEFT + pdf.width("Diện tích 500 m", 13, false), 95, 8, "2");
        pdf.paragraph(200, LONG);
        assertThat(PdfRead.blocks(pdf.bytes()).getFirst()).isEqualTo("Diện tích 500 m2");
    }

    @Test
    void theInvisibleLayerOfAScanIsText() {
        pdf.draw(content -> content.setRenderingMode(RenderingMode.NEITHER));
        pdf.paragraph(100, LONG);
        assertThat(PdfRead.blocks(pdf.bytes())).containsExactly(LONG);
    }

    @Test
    void whiteOnWhiteIsNotRead() {
        pdf.draw(content -> content.setNonStrokingColor(1f, 1f, 1f));
        pdf.text(LEFT, 60, "từ khóa ẩn");
        pdf.draw(content -> content.setNonStrokingColor(0f, 0f, 0f));
        pdf.paragraph(100, LONG);
        assertThat(PdfRead.blocks(pdf.bytes())).containsExactly(LONG);
    }

    @Test
    void pageNumbersAndRunningTitlesAreLeftOut() {
        for (int page = 1; page <= 4; page++) {
            pdf.text(LEFT, 35, "Hệ thống quản lý văn bản");
            pdf.paragraph(130, LONG);
            pdf.centred(MIDDLE, 800, page % 2 == 0 ? "Trang " + page + "/4" : "- " + page + " -");
            if (page < 4) {
                pdf.newPage();
            }
        }
        assertThat(PdfRead.blocks(pdf.bytes())).containsExactly(LONG, "(page)", LONG, "(page)", LONG, "(page)", LONG);
    }

    @Test
    void aTitleBesideThePageNumberIsLeftOutEvenOnce() {
        pdf.paragraph(100, LONG);
        pdf.newPage().paragraph(100, OTHER);
        pdf.text(LEFT, 805, "Kế hoạch thi đua năm 2025").text(530, 805, "2");
        assertThat(PdfRead.blocks(pdf.bytes())).containsExactly(LONG, "(page)", OTHER);
    }

    @Test
    void aParagraphOfOneFullLineDoesNotSwallowTheNext() {
        String first = "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022;";
        pdf.text(LEFT + 36, 100, first).text(LEFT + 36, 117, "Căn cứ Nghị định số 152/2025/NĐ-CP của Chính phủ;");
        pdf.paragraph(134, LONG);
        pdf.paragraph(240, OTHER);
        assertThat(PdfRead.blocks(pdf.bytes()))
                .containsExactly(first, "Căn cứ Nghị định số 152/2025/NĐ-CP của Chính phủ;", LONG, OTHER);
    }

    @Test
    void noBreakSpacesAreBlanks() {
        pdf.text(LEFT, 100, "Số:\u00a0\u00a0\u00a0/KH-UBND ngày\u00a005 tháng 01 năm 2025 của Ủy ban");
        assertThat(PdfRead.blocks(pdf.bytes())).containsExactly("Số: /KH-UBND ngày 05 tháng 01 năm 2025 của Ủy ban");
    }

    @Test
    void footnotesAreLeftOutAndNoted() {
        pdf.paragraph(100, LONG);
        pdf.line(LEFT, 740, LEFT + 144, 740).text(LEFT, 755, 9, "1 Theo Quyết định số 12/QĐ-UBND.");
        byte[] bytes = pdf.bytes();
        assertThat(PdfRead.blocks(bytes)).containsExactly(LONG);
        assertThat(PdfRead.read(bytes).notes()).containsExactly(IntakeNote.NOTES_LEFT_OUT);
    }

    @Test
    void aTurnedPageIsReadAsItIsLookedAt() {
        pdf.paragraph(100, LONG);
        pdf.newTurnedPage().text(60, 80, "PHỤ LỤC NHIỆM VỤ").text(60, 110, "Kèm theo Kế hoạch số 5/KH-UBND.");
        assertThat(PdfRead.blocks(pdf.bytes()))
                .containsExactly(LONG, "(page)", "PHỤ LỤC NHIỆM VỤ", "Kèm theo Kế hoạch số 5/KH-UBND.");
    }

    @Test
    void lettersDrawnTwiceAreReadOnceAndBold() {
        pdf.text(LEFT, 100, "KẾ HOẠCH THI ĐUA").text(LEFT + 0.3, 100, "KẾ HOẠCH THI ĐUA");
        pdf.paragraph(150, LONG);
        assertThat(PdfRead.read(pdf.bytes()).blocks().getFirst())
                .isInstanceOfSatisfying(Block.Paragraph.class, title -> {
                    assertThat(title.words()).hasToString("KẾ HOẠCH THI ĐUA");
                    assertThat(title.bold()).isTrue();
                });
    }
}
