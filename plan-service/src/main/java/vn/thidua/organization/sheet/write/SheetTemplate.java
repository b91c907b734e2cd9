package vn.thidua.organization.sheet.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.thidua.organization.sheet.Field;
import vn.thidua.organization.sheet.ListKind;
import vn.thidua.platform.sheet.Column;
import vn.thidua.platform.sheet.Styles;

/** The workbook that people fill in: both lists with their headers, choices where only some words fit, and how to. */
public final class SheetTemplate {
    private static final int ROWS = 10_000;

    private static final List<String> INSTRUCTIONS = List.of(
            "Hướng dẫn điền danh sách đơn vị và nhân sự",
            "Không đổi tên các cột ở dòng tiêu đề; được đổi thứ tự, bỏ cột không dùng và thêm cột ghi chú.",
            "Trang \"Đơn vị\": mỗi dòng một đơn vị. Bắt buộc có Tên đơn vị và Hiệu lực từ. Mã đơn vị nên có; mã không"
                    + " được trùng nhau.",
            "Thuộc đơn vị: ghi mã hoặc tên đơn vị cấp trên; để trống với đơn vị cao nhất. Đơn vị cấp trên có thể ở dòng"
                    + " sau.",
            "Đơn vị chỉ tồn tại đến một ngày thì điền Hiệu lực đến; sáp nhập thì điền thêm Sáp nhập vào (mã hoặc tên"
                    + " đơn vị mới). Ví dụ: xã cũ hiệu lực đến 30/06/2025, sáp nhập vào xã mới hiệu lực từ 01/07/2025.",
            "Đơn vị đổi tên hoặc đổi cấp trên: ghi hai dòng cùng mã, dòng trước hiệu lực đến hôm trước, dòng sau hiệu"
                    + " lực từ hôm sau.",
            "Trang \"Nhân sự\": mỗi dòng một chức vụ của một người. Người giữ nhiều chức vụ thì ghi nhiều dòng cùng số"
                    + " CCCD.",
            "Số CCCD: đủ 12 chữ số, cột định dạng Văn bản (Text) để không mất số 0 ở đầu.",
            "Đơn vị: ghi mã hoặc tên. Tên trùng nhau (ví dụ Thôn 1 ở nhiều xã) thì điền thêm Thuộc đơn vị.",
            "Ngày tháng: ghi dạng 31/12/2025 hoặc định dạng Ngày (Date).",
            "Trước khi ghi, hệ thống kiểm tra cả tệp và cho xem trước từng dòng. Còn một dòng sai thì chưa ghi gì.");

    private SheetTemplate() {}

    /** Writes the workbook; the stream stays open. */
    public static void write(OutputStream out) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Styles styles = new Styles(book);
            for (ListKind list : ListKind.values()) {
                Sheet sheet = book.createSheet(list.label());
                Row header = sheet.createRow(0);
                List<Field> fields = Field.of(list);
                for (int i = 0; i < fields.size(); i++) {
                    Cell cell = header.createCell(i);
                    cell.setCellValue(fields.get(i).title());
                    cell.setCellStyle(styles.header());
                    sheet.setColumnWidth(i, width(fields.get(i)) * 256);
                    sheet.setDefaultColumnStyle(i, styles.of(Column.Type.TEXT));
                    choices(sheet, i, choices(fields.get(i)));
                }
                sheet.createFreezePane(0, 1);
            }
            Sheet help = book.createSheet("Hướng dẫn");
            for (int i = 0; i < INSTRUCTIONS.size(); i++) {
                help.createRow(i).createCell(0).setCellValue(INSTRUCTIONS.get(i));
            }
            help.setColumnWidth(0, 120 * 256);
            book.write(out);
        }
    }

    private static int width(Field field) {
        return switch (field) {
            case UNIT_NAME, UNIT_PARENT, UNIT_SUCCESSOR, PERSON_NAME, TITLE, UNIT, UNIT_ABOVE, CLASS -> 32;
            default -> 16;
        };
    }

    private static List<String> choices(Field field) {
        return switch (field) {
            case UNIT_KIND -> KindWords.UNIT_KINDS;
            case GENDER -> KindWords.GENDERS;
            case CLASS -> KindWords.CLASSES;
            default -> List.of();
        };
    }

    private static void choices(Sheet sheet, int column, List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidationConstraint constraint = helper.createExplicitListConstraint(words.toArray(String[]::new));
        DataValidation validation =
                helper.createValidation(constraint, new CellRangeAddressList(1, ROWS, column, column));
        validation.setShowErrorBox(true);
        validation.createErrorBox("Giá trị không có trong danh sách", "Hãy chọn một trong các giá trị cho sẵn.");
        sheet.addValidationData(validation);
    }
}
