package vn.thidua.organization.sheet.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.organization.sheet.Books;
import vn.thidua.organization.sheet.Field;
import vn.thidua.organization.sheet.ListKind;
import vn.thidua.organization.sheet.ListRow;
import vn.thidua.organization.sheet.SheetContent;
import vn.thidua.organization.sheet.SheetLimits;
import vn.thidua.organization.sheet.Value;

class SheetReaderTest {
    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
    private final SheetReader reader = new SheetReader(SheetLimits.STANDARD);

    @Test
    void unitsAreReadWhateverTheOrderOfTheColumns() {
        SheetContent content = reader.read(Books.of(
                "DS",
                List.of(
                        List.of("Hiệu lực từ", "Ghi chú", "TÊN ĐƠN VỊ", "mã đơn vị"),
                        List.of(DAY, "x", "Xã A", "A1"))));

        ListRow row = content.rows().getFirst();
        assertThat(row.list()).isEqualTo(ListKind.UNITS);
        assertThat(row.number()).isEqualTo(2);
        assertThat(row.words(Field.UNIT_NAME)).isEqualTo("Xã A");
        assertThat(row.words(Field.UNIT_CODE)).isEqualTo("A1");
        assertThat(row.cell(Field.UNIT_FROM)).contains(new Value.Day(DAY));
        assertThat(row.cells()).hasSize(3);
    }

    @Test
    void theHeaderIsFoundBelowTheLetterhead() {
        byte[] file = Books.of(book -> Books.fill(
                book.createSheet("DS"),
                12,
                List.of(
                        List.of("Ủy ban nhân dân tỉnh B", "", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
                        List.of("DANH SÁCH CÁN BỘ"),
                        List.of("STT", "Họ và tên (*)", "Số CCCD", "Đơn vị"),
                        List.of(1, "Nguyễn Văn An", "001080000001", "Xã A"))));

        assertThat(reader.read(file).rows()).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(16);
            assertThat(row.words(Field.CITIZEN_ID)).isEqualTo("001080000001");
        });
    }

    @Test
    void aHeaderOfTwoRowsWithMergedCellsIsRead() {
        byte[] file = Books.of(book -> {
            Sheet sheet = book.createSheet("DS");
            Books.fill(
                    sheet,
                    0,
                    List.of(
                            List.of("TT", "Họ và tên", "CCCD", "Đơn vị", "Thời gian giữ chức vụ", ""),
                            List.of("", "", "", "", "Từ ngày", "Đến ngày"),
                            List.of(1, "An", "001080000001", "Xã A", "01/07/2025", "31/12/2025")));
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 4, 5));
            for (int column = 0; column < 4; column++) {
                sheet.addMergedRegion(new CellRangeAddress(0, 1, column, column));
            }
        });

        assertThat(reader.read(file).rows()).singleElement().satisfies(row -> {
            assertThat(row.words(Field.POST_FROM)).isEqualTo("01/07/2025");
            assertThat(row.words(Field.POST_TO)).isEqualTo("31/12/2025");
            assertThat(row.words(Field.PERSON_NAME)).isEqualTo("An");
        });
    }

    @Test
    void aCellMergedDownwardsCountsForEveryRowItCovers() {
        byte[] file = Books.of(book -> {
            Sheet sheet = book.createSheet("DS");
            Books.fill(
                    sheet,
                    0,
                    List.of(
                            List.of("Họ và tên", "Số CCCD", "Đơn vị"),
                            List.of("An", "001080000001", "Xã A"),
                            List.of("Bình", "001080000002", ""),
                            List.of("Cúc", "001080000003", "")));
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 2, 2));
        });

        assertThat(reader.read(file).rows())
                .extracting(row -> row.words(Field.UNIT))
                .containsExactly("Xã A", "Xã A", "");
    }

    @Test
    void whatAFormulaGaveWhenTheFileWasSavedCounts() {
        byte[] file = Books.withSheetXml("<worksheet><sheetData>"
                + "<row r=\"1\"><c t=\"inlineStr\"><is><t>Mã</t></is></c><c t=\"inlineStr\"><is><t>Tên đơn vị</t></is></c></row>"
                + "<row r=\"2\"><c t=\"str\"><f>\"A\"&amp;1</f><v>A1</v></c><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>"
                + "<row r=\"3\"><c><f>2+3</f></c><c t=\"n\"><f>2+3</f><v>5</v></c></row>"
                + "</sheetData></worksheet>");

        assertThat(reader.read(file).rows())
                .extracting(row -> row.cell(Field.UNIT_CODE).orElseThrow())
                .containsExactly(new Value.Text("A1"), new Value.Fault("công thức chưa được tính"));
        assertThat(reader.read(file).rows())
                .extracting(row -> row.words(Field.UNIT_NAME))
                .containsExactly("#DIV/0!", "5");
    }

    @Test
    void hiddenRowsAreReadAndMarkedHiddenSheetsAreNamed() {
        byte[] file = Books.of(book -> {
            Sheet sheet = book.createSheet("DS");
            Books.fill(sheet, 0, List.of(List.of("Mã", "Tên đơn vị"), List.of("A", "Xã A"), List.of("B", "Xã B")));
            sheet.getRow(2).setZeroHeight(true);
            Books.fill(book.createSheet("Cũ"), 0, List.of(List.of("Mã", "Tên đơn vị"), List.of("C", "Xã C")));
            book.setSheetHidden(1, true);
        });

        SheetContent content = reader.read(file);

        assertThat(content.rows()).extracting(ListRow::hidden).containsExactly(false, true);
        assertThat(content.notes()).singleElement().asString().contains("Cũ");
    }

    @Test
    void bothListsMayStandInOneFile() {
        byte[] file = Books.of(book -> {
            Books.fill(book.createSheet("Hướng dẫn"), 0, List.of(List.of("Điền vào hai trang sau")));
            Books.fill(
                    book.createSheet("Người"),
                    0,
                    List.of(List.of("Họ tên", "CCCD", "Mã đơn vị"), List.of("An", "1", "A")));
            Books.fill(book.createSheet("Đơn vị"), 0, List.of(List.of("Mã", "Tên"), List.of("A", "Xã A")));
        });

        SheetContent content = reader.read(file);

        assertThat(content.rows()).extracting(ListRow::list).containsExactly(ListKind.PEOPLE, ListKind.UNITS);
        assertThat(content.notes()).singleElement().asString().contains("Hướng dẫn");
    }

    @Test
    void groupsAndTotalsAreLeftOutAndSaidSo() {
        SheetContent content = reader.read(Books.of(
                "DS",
                List.of(
                        List.of("STT", "Họ và tên", "Số CCCD", "Đơn vị"),
                        List.of("I", "Khối chính quyền"),
                        List.of(1, "An", "001080000001", "Xã A"),
                        List.of(2, "Thiếu Số"),
                        List.of("", "Tổng cộng", "", 2))));

        assertThat(content.rows())
                .extracting(row -> row.words(Field.PERSON_NAME))
                .containsExactly("An", "Thiếu Số");
        assertThat(content.notes()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void csvIsReadWhateverPartsIt(String delimiter) {
        String text = "Mã;Tên đơn vị;Hiệu lực từ\r\n\r\nA;\"Xã \"\"A\"\"\";01/07/2025\r\n".replace(";", delimiter);

        assertThat(reader.read(text.getBytes(StandardCharsets.UTF_8)).rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.number()).isEqualTo(3);
                    assertThat(row.words(Field.UNIT_NAME)).isEqualTo("Xã \"A\"");
                });
    }

    @Test
    void csvIsReadInEveryFormOfUnicode() {
        String text = "Mã;Tên đơn vị\nA;Xã Hòa Bình\n";
        for (byte[] file : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE),
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE),
                text.getBytes(StandardCharsets.UTF_16LE))) {
            assertThat(reader.read(file).rows())
                    .extracting(row -> row.words(Field.UNIT_NAME))
                    .containsExactly("Xã Hòa Bình");
        }
    }

    @Test
    void theFirstLineThatExcelUnderstandsIsUnderstood() {
        assertThat(reader.read(Books.bytes("sep=,\r\nMã,Tên đơn vị\r\nA,Xã A\r\n"))
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.words(Field.UNIT_NAME)).isEqualTo("Xã A"));
    }

    @Test
    void datesOfTheOtherCalendarOfExcelAreRead() {
        byte[] file = Books.of(book -> {
            book.getCTWorkbook().getWorkbookPr().setDate1904(true);
            Books.fill(book.createSheet("A"), 0, List.of(List.of("Tên đơn vị", "Hiệu lực từ"), List.of("Xã A", DAY)));
        });

        assertThat(reader.read(file).rows())
                .extracting(row -> row.cell(Field.UNIT_FROM).orElseThrow())
                .containsExactly(new Value.Day(DAY));
    }
}
