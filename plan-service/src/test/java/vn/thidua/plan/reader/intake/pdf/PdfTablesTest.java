package vn.thidua.plan.reader.intake.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.plan.reader.intake.pdf.DrawnPdf.LEFT;
import static vn.thidua.plan.reader.intake.pdf.DrawnPdf.MIDDLE;
import static vn.thidua.plan.reader.intake.pdf.DrawnPdf.RIGHT;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.reader.source.Block;

class PdfTablesTest {
    private static final double[] XS = {LEFT, 120, 330, 430, RIGHT};
    private static final String BODY =
            "Thực hiện Kế hoạch phát triển kinh tế - xã hội năm 2025, Ủy ban nhân dân xã ban hành"
                    + " Kế hoạch phát động phong trào thi đua yêu nước với các nội dung chủ yếu sau đây.";

    private final DrawnPdf pdf = new DrawnPdf();

    @Test
    void issuerAndMottoAreTwoCellsThoughTheirLinesHaveDifferentHeights() {
        pdf.centred(170, 80, "ỦY BAN NHÂN DÂN")
                .centredBold(170, 95, "XÃ XUÂN SƠN")
                .centred(170, 125, "Số: 12/KH-UBND");
        pdf.centredBold(410, 80, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .centredBold(410, 98, "Độc lập - Tự do - Hạnh phúc")
                .centred(410, 130, "Xuân Sơn, ngày 05 tháng 01 năm 2025");
        pdf.centredBold(MIDDLE, 165, "KẾ HOẠCH");
        pdf.paragraph(200, BODY);
        assertThat(PdfRead.blocks(pdf.bytes()))
                .containsExactly(
                        "ỦY BAN NHÂN DÂN / XÃ XUÂN SƠN / Số: 12/KH-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
                                + " / Độc lập - Tự do - Hạnh phúc / Xuân Sơn, ngày 05 tháng 01 năm 2025",
                        "KẾ HOẠCH",
                        BODY);
    }

    @Test
    void aNarrowGapBeforeTheMottoIsEnough() {
        double width = pdf.width("ỦY BAN NHÂN DÂN TỈNH BÀ RỊA", 13, false);
        pdf.text(60, 80, "ỦY BAN NHÂN DÂN TỈNH BÀ RỊA").bold(60 + width + 6, 80, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        pdf.text(110, 97, "Số: 5/KH-UBND").bold(330, 97, "Độc lập - Tự do - Hạnh phúc");
        pdf.paragraph(200, BODY);
        assertThat(PdfRead.rows(pdf.bytes()))
                .containsExactly("ỦY BAN NHÂN DÂN TỈNH BÀ RỊA / Số: 5/KH-UBND"
                        + " | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc");
    }

    @Test
    void aSpacedTitleBelowTheHeaderIsNotCutInTwo() {
        pdf.centred(170, 80, "ỦY BAN NHÂN DÂN XÃ").centredBold(410, 80, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        pdf.centred(170, 97, "Số: 12/KH-UBND").centredBold(410, 97, "Độc lập - Tự do - Hạnh phúc");
        pdf.draw(content -> content.setCharacterSpacing(3));
        pdf.bold(270, 125, "KẾ HOẠCH");
        pdf.draw(content -> content.setCharacterSpacing(0));
        pdf.paragraph(200, BODY);
        assertThat(PdfRead.blocks(pdf.bytes()).get(1)).isEqualTo("KẾ HOẠCH");
    }

    @Test
    void tabsAfterBulletsMakeNoTable() {
        pdf.text(LEFT, 100, "-").text(LEFT + 25, 100, "Các phòng, ban thuộc huyện;");
        pdf.text(LEFT, 117, "-").text(LEFT + 25, 117, "Ủy ban nhân dân các xã.");
        pdf.paragraph(200, BODY);
        assertThat(PdfRead.blocks(pdf.bytes()))
                .containsExactly("- Các phòng, ban thuộc huyện;", "- Ủy ban nhân dân các xã.", BODY);
    }

    @Test
    void recipientsAndSignatureAreTwoCells() {
        pdf.paragraph(100, BODY);
        pdf.bold(LEFT, 200, "Nơi nhận:")
                .text(LEFT, 216, 11, "- Như Điều 3;")
                .text(LEFT, 230, 11, "- Các phòng, ban, đơn vị");
        pdf.text(LEFT, 244, 11, "thuộc huyện;").text(LEFT, 258, 11, "- Lưu: VT.");
        pdf.centredBold(430, 200, "TM. ỦY BAN NHÂN DÂN")
                .centredBold(430, 217, "CHỦ TỊCH")
                .centredBold(430, 310, "Lê Văn An");
        assertThat(PdfRead.blocks(pdf.bytes()))
                .containsExactly(
                        BODY,
                        "Nơi nhận: / - Như Điều 3; / - Các phòng, ban, đơn vị thuộc huyện; / - Lưu: VT."
                                + " | TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / Lê Văn An");
    }

    @Test
    void aPageInTwoColumnsIsReadColumnByColumn() {
        String first = (BODY + " ").repeat(3).strip();
        String second = "Các cơ quan, đơn vị căn cứ Kế hoạch này để tổ chức thực hiện. "
                .repeat(8)
                .strip();
        pdf.cell(LEFT, 100, 215, first);
        pdf.cell(323, 100, 215, second);
        assertThat(PdfRead.blocks(pdf.bytes())).containsExactly(first, second);
    }

    @Test
    void ruledCellsKeepTheirWordsWhateverTheirNeighboursDo() {
        pdf.paragraph(60, BODY);
        pdf.grid(XS, 150, 175, 230, 285);
        pdf.text(90, 167, "TT")
                .text(180, 167, "Nội dung")
                .text(345, 167, "Chủ trì")
                .text(450, 167, "Thời gian");
        pdf.text(95, 192, "1")
                .cell(125, 192, 200, "Tổ chức phát động thi đua đợt 1 trong toàn xã")
                .text(335, 192, "Văn phòng");
        pdf.text(95, 247, "2")
                .cell(125, 247, 200, "Sơ kết phong trào;\nbáo cáo huyện")
                .text(435, 247, "Quý II");
        assertThat(PdfRead.rows(pdf.bytes()))
                .containsExactly(
                        "TT | Nội dung | Chủ trì | Thời gian",
                        "1 | Tổ chức phát động thi đua đợt 1 trong toàn xã | Văn phòng | ",
                        "2 | Sơ kết phong trào; / báo cáo huyện |  | Quý II");
    }

    @Test
    void theNameOfAnOfficeBrokenAtItsDashIsOneLine() {
        pdf.paragraph(60, BODY);
        pdf.grid(XS, 150, 195, 240);
        pdf.text(95, 167, "1")
                .text(125, 167, "Tổng kết")
                .text(335, 167, "Ban Thi đua")
                .text(335, 184, "- Khen thưởng tỉnh");
        pdf.text(95, 212, "2")
                .text(125, 212, "Sơ kết")
                .text(335, 212, "- Các phòng")
                .text(335, 229, "- Các xã");
        assertThat(PdfRead.rows(pdf.bytes()))
                .containsExactly(
                        "1 | Tổng kết | Ban Thi đua - Khen thưởng tỉnh | ", "2 | Sơ kết | - Các phòng / - Các xã | ");
    }

    @Test
    void mergedCellsSpanRowsAndColumns() {
        pdf.paragraph(60, BODY);
        double[] ys = {150, 175, 200, 225};
        for (double y : new double[] {150, 225}) {
            pdf.bar(LEFT, y, RIGHT, y);
        }
        // the level line below row 1 misses the first column, the upright one misses the last row
        pdf.bar(120, 175, RIGHT, 175).bar(LEFT, 200, RIGHT, 200);
        for (double x : XS) {
            pdf.bar(x, ys[0], x, x > LEFT && x < RIGHT ? ys[2] : ys[3]);
        }
        pdf.text(90, 167, "1")
                .text(125, 167, "Phát động")
                .text(335, 167, "Văn phòng")
                .text(435, 167, "Quý I");
        pdf.text(125, 192, "Tổng kết").text(335, 192, "Văn phòng").text(435, 192, "Quý IV");
        pdf.text(90, 217, "II. CÔNG TÁC KHEN THƯỞNG");
        assertThat(PdfRead.rows(pdf.bytes()))
                .containsExactly(
                        "1 | Phát động | Văn phòng | Quý I",
                        "^ | Tổng kết | Văn phòng | Quý IV",
                        "{4}II. CÔNG TÁC KHEN THƯỞNG");
    }

    @Test
    void aTableGoesOnOverThePageWithItsHeadingOnce() {
        pdf.paragraph(60, BODY);
        pdf.grid(XS, 700, 725, 765);
        heading(717);
        pdf.text(95, 742, "1")
                .cell(125, 742, 200, "Tổ chức phát động thi đua đợt 1")
                .text(335, 742, "Văn phòng");
        pdf.centred(MIDDLE, 810, "1").newPage().centred(MIDDLE, 30, "2");
        pdf.grid(XS, 60, 85, 110, 135);
        heading(77);
        pdf.text(125, 102, "trong toàn xã").text(95, 127, "2").text(125, 127, "Tổng kết");
        byte[] bytes = pdf.bytes();
        assertThat(PdfRead.rows(bytes))
                .containsExactly(
                        "TT | Nội dung | Chủ trì | Thời gian",
                        "1 | Tổ chức phát động thi đua đợt 1 | Văn phòng | ",
                        " | trong toàn xã |  | ",
                        "2 | Tổng kết |  | ");
        assertThat(PdfRead.read(bytes).blocks()).noneMatch(Block.PageBreak.class::isInstance);
    }

    private void heading(double y) {
        pdf.text(90, y, "TT").text(180, y, "Nội dung").text(345, y, "Chủ trì").text(450, y, "Thời gian");
    }

    @Test
    void columnsWithoutLinesAreFoundByTheirWhite() {
        pdf.paragraph(60, BODY);
        heading(150);
        for (int i = 0; i < 3; i++) {
            double y = 170 + 40 * i;
            pdf.text(93, y, i + 1 + ".").cell(120, y, 200, "Tổ chức phát động phong trào thi đua đợt " + (i + 1));
            pdf.text(345, y, "Văn phòng").text(450, y, "Quý " + "I".repeat(i + 1));
        }
        pdf.paragraph(320, BODY);
        assertThat(PdfRead.blocks(pdf.bytes())).containsExactly(BODY, """
                        TT | Nội dung | Chủ trì | Thời gian
                        1. | Tổ chức phát động phong trào thi đua đợt 1 | Văn phòng | Quý I
                        2. | Tổ chức phát động phong trào thi đua đợt 2 | Văn phòng | Quý II
                        3. | Tổ chức phát động phong trào thi đua đợt 3 | Văn phòng | Quý III""", BODY);
    }

    @Test
    void aRuledTableOnATurnedPageIsRead() {
        pdf.paragraph(60, BODY);
        pdf.newTurnedPage().grid(new double[] {60, 100, 500, 780}, 100, 130, 160);
        pdf.text(70, 120, "1").text(110, 120, "Phát động").text(510, 120, "Quý I");
        pdf.text(70, 150, "2").text(110, 150, "Tổng kết").text(510, 150, "Quý IV");
        assertThat(PdfRead.rows(pdf.bytes())).isEqualTo(List.of("1 | Phát động | Quý I", "2 | Tổng kết | Quý IV"));
    }
}
