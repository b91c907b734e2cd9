package vn.thidua.organization.sheet.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.organization.sheet.Field;
import vn.thidua.organization.sheet.SheetLimits;
import vn.thidua.organization.sheet.SheetRefusal;
import vn.thidua.organization.sheet.SheetRefusedException;
import vn.thidua.organization.sheet.read.SheetReader;
import vn.thidua.platform.sheet.Column;
import vn.thidua.platform.sheet.SheetWriter;

class SheetWriterTest {
    private record Line(
            String name,
            @Nullable Long count,
            @Nullable LocalDate day,
            @Nullable BigDecimal share) {}

    private static final List<Column<Line>> COLUMNS = List.of(
            Column.text("Tên đơn vị", 30, Line::name),
            Column.whole("Số người", 10, Line::count),
            Column.date("Hiệu lực từ", Line::day),
            Column.percent("Tỷ lệ", 8, Line::share));
    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    private static byte[] xlsx(List<Line> lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetWriter.xlsx(out, "Đơn vị: [2025]", COLUMNS, lines.iterator());
        return out.toByteArray();
    }

    @Test
    void everyKindOfValueComesBackAsItself() throws IOException {
        byte[] file =
                xlsx(List.of(new Line("Xã A", 12L, DAY, new BigDecimal("0.5")), new Line("Xã B", null, null, null)));

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = book.getSheetAt(0);
            Row row = sheet.getRow(1);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("Xã A");
            assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(12);
            assertThat(DateUtil.isCellDateFormatted(row.getCell(2))).isTrue();
            assertThat(row.getCell(2).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(DAY);
            assertThat(row.getCell(3).getNumericCellValue()).isEqualTo(0.5);
            assertThat(row.getCell(3).getCellStyle().getDataFormatString()).isEqualTo("0.00%");
            assertThat(sheet.getRow(2).getCell(1)).isNull();
        }
    }

    @Test
    void theHeaderStaysInSightAndFilters() throws IOException {
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(xlsx(List.of(new Line("A", 1L, DAY, null)))))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:D2");
            assertThat(sheet.getColumnWidth(0)).isEqualTo(32 * 256);
            Cell header = sheet.getRow(0).getCell(0);
            assertThat(header.getStringCellValue()).isEqualTo("Tên đơn vị");
            assertThat(book.getFontAt(header.getCellStyle().getFontIndex()).getBold())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://x\")"})
    void wordsThatLookLikeAFormulaStayWords(String words) throws IOException {
        List<Line> lines = List.of(new Line(words, null, null, null));
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx(lines)))) {
            Cell cell = book.getSheetAt(0).getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(words);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetWriter.csv(out, COLUMNS, lines.iterator());
        assertThat(out.toString(StandardCharsets.UTF_8).lines().toList().get(1).replace("\"", ""))
                .startsWith("'");
    }

    @Test
    void csvOpensInVietnameseExcel() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetWriter.csv(
                out,
                COLUMNS,
                List.of(new Line("Xã A; B", 12L, DAY, new BigDecimal("0.125"))).iterator());
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\ufeffTên đơn vị;Số người;Hiệu lực từ;Tỷ lệ\r\n\"Xã A; B\";12;01/07/2025;12,5%\r\n");
    }

    @Test
    void whatWasWrittenIsReadAgain() throws IOException {
        List<Line> lines = List.of(new Line("Xã A", 1L, DAY, null), new Line("=B", 2L, DAY, null));
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        SheetWriter.csv(csv, COLUMNS, lines.iterator());
        for (byte[] file : List.of(xlsx(lines), csv.toByteArray())) {
            assertThat(new SheetReader(SheetLimits.STANDARD).read(file).rows())
                    .extracting(row -> row.words(Field.UNIT_NAME) + " " + row.words(Field.UNIT_FROM))
                    .containsExactly("Xã A 01/07/2025", "=B 01/07/2025");
        }
    }

    @Test
    void fiftyThousandRowsAreWrittenWithoutHoldingThem() throws IOException {
        long[] written = {0};
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int b) {
                written[0]++;
            }

            @Override
            public void write(byte[] b, int off, int len) {
                written[0] += len;
            }
        };
        SheetWriter.xlsx(
                counting,
                "A",
                COLUMNS,
                IntStream.range(0, 50_000)
                        .mapToObj(i -> new Line("Thôn " + i, (long) i, DAY, null))
                        .iterator());
        assertThat(written[0]).isGreaterThan(500_000);
    }

    @Test
    void theTemplateIsReadAsAListThatNobodyHasFilledIn() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetTemplate.write(out);
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                SheetRefusedException.class,
                                () -> new SheetReader(SheetLimits.STANDARD).read(out.toByteArray()))
                        .reason())
                .isEqualTo(SheetRefusal.EMPTY);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(book.getSheet("Đơn vị").getDataValidations()).hasSize(1);
            assertThat(book.getSheet("Nhân sự").getDataValidations()).hasSize(2);
            assertThat(book.getSheet("Hướng dẫn").getRow(0).getCell(0).getStringCellValue())
                    .isNotBlank();
        }
    }
}
