package vn.thidua.organization.sheet;

/** Why a file is not read at all, in a clerk's words, with what to do about it. */
public enum SheetRefusal {
    EMPTY(
            "Tệp không có nội dung.",
            "Hãy kiểm tra lại và chọn đúng tệp danh sách.",
            "The file has no content. Choose the right list."),
    TOO_LARGE(
            "Tệp lớn hơn giới hạn 20 MB.",
            "Hãy bỏ hình ảnh và các trang tính không cần, hoặc tách thành nhiều tệp.",
            "The file is larger than 20 MB. Remove pictures and unused sheets, or split it."),
    TOO_MANY_ROWS(
            "Danh sách có nhiều hơn 50.000 dòng.",
            "Hãy tách thành nhiều tệp, mỗi tệp không quá 50.000 dòng.",
            "The list has more than 50 000 rows. Split it into several files."),
    TOO_MANY_COLUMNS(
            "Bảng có nhiều hơn 200 cột.",
            "Hãy xóa các cột thừa bên phải rồi lưu lại.",
            "The table has more than 200 columns. Delete those that are not needed."),
    CELL_TOO_LONG(
            "Có ô chứa nhiều hơn 2.000 ký tự.",
            "Hãy rút ngắn nội dung ô đó rồi gửi lại.",
            "A cell has more than 2 000 characters. Shorten it."),
    INFLATES_TOO_MUCH(
            "Nội dung nén trong tệp bung ra lớn bất thường, có thể là tệp độc hại.",
            "Đừng mở tệp này nếu không rõ nguồn gốc. Hãy xin lại bản gốc.",
            "What the file holds inflates beyond reason; it may be malicious. Ask for the original."),
    ENCRYPTED_OR_OLD(
            "Tệp được đặt mật khẩu hoặc là Excel kiểu cũ (.xls).",
            "Hãy mở bằng Excel, bỏ mật khẩu (File > Info > Protect Workbook) rồi lưu lại dạng Excel Workbook (.xlsx).",
            "The file has a password or is an old .xls workbook. Save it as .xlsx without a password."),
    BINARY_WORKBOOK(
            "Đây là tệp Excel dạng nhị phân (.xlsb).",
            "Hãy mở bằng Excel, chọn File > Save As > Excel Workbook (.xlsx).",
            "This is a binary workbook (.xlsb). Save it as .xlsx."),
    OTHER_FORMAT(
            "Tệp không phải là bảng tính Excel (.xlsx) hay CSV.",
            "Hãy lưu danh sách thành .xlsx hoặc .csv rồi gửi lại.",
            "The file is neither a workbook (.xlsx) nor CSV. Save the list as one of them."),
    DAMAGED(
            "Tệp bị hỏng hoặc không đúng định dạng.",
            "Hãy mở bằng Excel, lưu thành tệp mới (.xlsx) rồi gửi lại.",
            "The file is damaged. Open it in a spreadsheet and save it as a new .xlsx file."),
    OLD_ENCODING(
            "Chữ trong tệp dùng bảng mã cũ (TCVN3, VNI) hoặc không phải Unicode.",
            "Hãy chuyển sang Unicode (Unikey: Ctrl+Shift+F6) rồi lưu lại; tệp CSV chọn loại \"CSV UTF-8\".",
            "The text is not Unicode (TCVN3 or VNI). Convert it and save it again."),
    NO_TABLE(
            "Không tìm thấy dòng tiêu đề của danh sách trong 20 dòng đầu của trang tính nào.",
            "Danh sách đơn vị cần cột \"Tên đơn vị\"; danh sách người cần các cột \"Họ và tên\", \"Số CCCD\", \"Đơn vị\"."
                    + " Hãy tải tệp mẫu để xem.",
            "No header of a list was found in the first 20 rows of any sheet. See the template."),
    COLUMN_MISSING(
            "Danh sách thiếu cột bắt buộc.",
            "Hãy thêm cột đó, hoặc tải tệp mẫu để xem tên các cột.",
            "A column that the list needs is missing. See the template."),
    COLUMN_TWICE(
            "Hai cột có cùng ý nghĩa.",
            "Hãy bỏ hoặc đổi tên một trong hai cột.",
            "Two columns mean the same. Remove or rename one.");

    private final String message;
    private final String remedy;
    private final String english;

    SheetRefusal(String message, String remedy, String english) {
        this.message = message;
        this.remedy = remedy;
        this.english = english;
    }

    /** What is wrong, in Vietnamese. */
    public String message() {
        return message;
    }

    /** What the sender can do, in Vietnamese. */
    public String remedy() {
        return remedy;
    }

    /** What is wrong and what to do, in English. */
    public String english() {
        return english;
    }
}
