package vn.thidua.access.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.thidua.access.sheet.AccountSheet.Column;
import vn.thidua.access.sheet.AccountSheet.SheetRow;

class AccountSheetTest {

    private static byte[] bytes(String csv) {
        return csv.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aListIsReadByItsHeadingsWhateverTheirOrder() {
        assertThat(AccountSheet.read(bytes("\uFEFFVai tro;TÊN ĐĂNG NHẬP\nLãnh đạo;an.nt\n;\n;'=binh\n")))
                .containsExactly(
                        new SheetRow(2, Map.of(Column.ROLE, "Lãnh đạo", Column.NAME, "an.nt")),
                        new SheetRow(4, Map.of(Column.NAME, "=binh")));
    }

    @Test
    void aWorkbookGivesTheSameAndNothingThatItWouldCalculate() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            var sheet = book.createSheet();
            var header = sheet.createRow(0);
            header.createCell(0).setCellValue("Tên đăng nhập");
            header.createCell(1).setCellValue("Đơn vị");
            var row = sheet.createRow(2);
            row.createCell(0).setCellValue("an.nt");
            row.createCell(1).setCellFormula("1+1");
            book.write(out);
        }

        assertThat(AccountSheet.read(out.toByteArray())).containsExactly(new SheetRow(3, Map.of(Column.NAME, "an.nt")));
    }

    @Test
    void whatIsNoListIsRefusedWithTheReason() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 30; i++) {
                zip.write(zeros);
            }
        }
        StringBuilder many = new StringBuilder("Tên đăng nhập\n");
        for (int i = 0; i <= AccountSheet.MOST_ROWS; i++) {
            many.append("a").append(i).append('\n');
        }
        for (byte[] wrong : List.of(
                new byte[0],
                bytes("a;b\n1;2\n"),
                bytes("Tên đăng nhập\n"),
                new byte[] {'P', 'K', 3, 4, 0, 0},
                new byte[] {(byte) 0xff, (byte) 0xfe, 1, 2},
                bytes(many.toString()),
                bomb.toByteArray(),
                new byte[AccountSheet.MOST_BYTES + 1])) {
            assertThatThrownBy(() -> AccountSheet.read(wrong)).isInstanceOf(SheetException.class);
        }
    }
}
