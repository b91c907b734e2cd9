package vn.thidua.plan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlannedTask;

/** The layout of annex I to Decree 30/2020/NĐ-CP, as another program sees it. */
class PlanDocumentTest {

    /** Twentieths of a point in a millimetre. */
    private static final double MILLIMETRE = 1440 / 25.4;

    @Test
    void theSamePlanIsTheSameFileAndTheFileDoesNotSayWhenItWasWritten() throws IOException {
        byte[] file = written();

        assertThat(written()).isEqualTo(file);
        List<LocalDateTime> times = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                times.add(entry.getTimeLocal());
            }
        }
        assertThat(times).hasSizeGreaterThan(5).containsOnly(LocalDateTime.of(1980, 1, 1, 0, 0));
    }

    @Test
    void thePageIsA4WithTheMarginsOfTheDecree() throws IOException {
        try (XWPFDocument document = document()) {
            CTSectPr section = document.getDocument().getBody().getSectPr();
            assertThat(millimetres(section.getPgSz().getW())).isBetween(209.5, 210.5);
            assertThat(millimetres(section.getPgSz().getH())).isBetween(296.5, 297.5);
            CTPageMar margins = section.getPgMar();
            assertThat(millimetres(margins.getTop())).isBetween(20.0, 25.1);
            assertThat(millimetres(margins.getBottom())).isBetween(20.0, 25.1);
            assertThat(millimetres(margins.getLeft())).isBetween(30.0, 35.1);
            assertThat(millimetres(margins.getRight())).isBetween(15.0, 20.1);
        }
    }

    @Test
    void pagesAreNumberedAtTheTopFromTheSecondOneOn() throws IOException {
        try (XWPFDocument document = document()) {
            assertThat(document.getDocument().getBody().getSectPr().isSetTitlePg())
                    .isTrue();
            assertThat(document.getHeaderFooterPolicy()
                            .getFirstPageHeader()
                            .getText()
                            .strip())
                    .isEmpty();
            XWPFParagraph number = document.getHeaderFooterPolicy()
                    .getDefaultHeader()
                    .getParagraphs()
                    .getFirst();
            assertThat(number.getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
            assertThat(number.getCTP().xmlText()).contains("PAGE");
        }
    }

    @Test
    void issuerAndNationalNameStandSideBySideWithoutLines() throws IOException {
        try (XWPFDocument document = document()) {
            XWPFTable header = document.getTables().getFirst();
            assertThat(header.getText()).contains("ỦY BAN NHÂN DÂN", "XÃ KHE SIM");
            XWPFParagraph state = header.getRow(0).getCell(1).getParagraphs().getFirst();
            assertThat(state.getText()).isEqualTo("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
            assertThat(state.getRuns().getFirst().isBold()).isTrue();
            assertThat(state.getRuns().getFirst().getFontSizeAsDouble()).isBetween(12.0, 13.0);
            assertThat(header.getRow(1).getCell(0).getText()).isEqualTo("Số: 07/KH-UBND");
            XWPFParagraph date = header.getRow(1).getCell(1).getParagraphs().getFirst();
            assertThat(date.getText()).isEqualTo("Khe Sim, ngày 15 tháng 01 năm 2026");
            assertThat(date.getRuns().getFirst().isItalic()).isTrue();
            assertThat(header.getCTTbl()
                            .getTblPr()
                            .getTblBorders()
                            .getInsideV()
                            .getVal()
                            .toString())
                    .isEqualTo("nil");
        }
    }

    @Test
    void theHeadingOfTheTaskTableIsRepeatedOnEveryPage() throws IOException {
        try (XWPFDocument document = document()) {
            XWPFTable tasks = document.getTables().get(1);
            assertThat(tasks.getRow(0).isRepeatHeader()).isTrue();
            assertThat(tasks.getRow(1).isRepeatHeader()).isFalse();
            assertThat(tasks.getRow(0).getTableCells())
                    .extracting(cell -> cell.getText())
                    .containsExactly("STT", "Nội dung công việc", "Thời gian thực hiện", "Cơ quan chủ trì");
        }
    }

    @Test
    void theFontIsTimesNewRomanAndTheTitleStandsBoldInTheMiddle() throws Exception {
        try (XWPFDocument document = document()) {
            assertThat(document.getStyles().getDefaultRunStyle().getFontSizeAsDouble())
                    .isEqualTo(14.0);
            assertThat(document.getStyle()
                            .getDocDefaults()
                            .getRPrDefault()
                            .getRPr()
                            .xmlText())
                    .contains("Times New Roman");
            XWPFParagraph title = document.getParagraphs().stream()
                    .filter(paragraph -> paragraph.getText().equals("KẾ HOẠCH"))
                    .findFirst()
                    .orElseThrow();
            assertThat(title.getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
            assertThat(title.getRuns().getFirst().isBold()).isTrue();
        }
    }

    @Test
    void recipientsStandLeftBehindDashesAndTheSignatoryRight() throws IOException {
        try (XWPFDocument document = document()) {
            XWPFTable closing = document.getTables().getLast();
            List<XWPFParagraph> left = closing.getRow(0).getCell(0).getParagraphs();
            assertThat(left)
                    .extracting(XWPFParagraph::getText)
                    .containsExactly("Nơi nhận:", "- Sở Nội vụ;", "- Lưu: VT.");
            assertThat(left.getFirst().getRuns().getFirst().isBold()).isTrue();
            assertThat(left.getFirst().getRuns().getFirst().isItalic()).isTrue();
            assertThat(left.getFirst().getRuns().getFirst().getFontSizeAsDouble())
                    .isEqualTo(12.0);
            assertThat(closing.getRow(0).getCell(1).getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .filteredOn(text -> !text.isEmpty())
                    .containsExactly("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lò Thị Mẩy");
        }
    }

    @Test
    void theOfficeAboveStandsOverThatOfADepartment() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlanDocument.write(plan(), tasks(), "Sở Nội vụ", "UBND tỉnh Nam Lạc", out);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(document.getTables().getFirst().getRow(0).getCell(0).getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .filteredOn(text -> !text.isEmpty())
                    .containsExactly("UBND TỈNH NAM LẠC", "SỞ NỘI VỤ");
        }
        assertThat(RoundTrip.proposal(out.toByteArray()).issuingUnit()).isEqualTo("Sở Nội vụ");
    }

    private static double millimetres(Object twips) {
        return ((BigInteger) twips).doubleValue() / MILLIMETRE;
    }

    private static XWPFDocument document() throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(written()));
    }

    private static byte[] written() {
        return RoundTrip.document("UBND xã Khe Sim", plan(), tasks());
    }

    private static List<PlannedTask> tasks() {
        return List.of(new PlannedTask(
                1,
                new TaskContent(
                        "1",
                        "Phát động thi đua",
                        "Quý I",
                        1,
                        null,
                        null,
                        List.of(Assignee.of("Văn phòng")),
                        List.of(),
                        List.of())));
    }

    private static PlanDetails plan() {
        return new PlanDetails(
                PlanDetails.PlanKind.YEAR,
                "07/KH-UBND",
                LocalDate.of(2026, 1, 15),
                "Khe Sim",
                "Công tác thi đua năm 2026",
                2026,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of("Sở Nội vụ", "Lưu: VT"),
                new PlanDetails.Signatory("PHÓ CHỦ TỊCH", "Lò Thị Mẩy"));
    }
}
