package vn.thidua.plan.reader.intake;

/** Why a file cannot be read, in a clerk's words, with what to do about it. */
public enum RefusalReason {
    UNREADABLE("Không đọc được tệp từ đĩa.", "Hãy kiểm tra tệp có phải là tệp thường."),
    EMPTY("Tệp không có nội dung.", "Hãy kiểm tra lại và chọn đúng tệp kế hoạch."),
    TOO_LARGE(
            "Tệp lớn hơn giới hạn 20 MB.",
            "Hãy bỏ bớt hình ảnh, nén ảnh trong Word (Picture Format > Compress Pictures) hoặc tách phụ lục thành tệp"
                    + " riêng."),
    TEXT_TOO_LONG(
            "Văn bản dài hơn mức hệ thống đọc được.",
            "Hãy tách kế hoạch ra khỏi các tài liệu kèm theo rồi gửi riêng tệp kế hoạch."),
    TOO_SLOW(
            "Tệp quá phức tạp, không đọc xong trong thời gian cho phép.",
            "Hãy mở tệp, lưu lại thành .docx (File > Save As) rồi gửi lại."),
    TOO_MUCH_MEMORY(
            "Tệp cần nhiều bộ nhớ hơn mức cho phép.", "Hãy mở tệp, lưu lại thành .docx (File > Save As) rồi gửi lại."),
    INFLATES_TOO_MUCH(
            "Nội dung nén trong tệp bung ra lớn bất thường, có thể là tệp độc hại.",
            "Đừng mở tệp này nếu không rõ nguồn gốc. Hãy xin lại bản gốc từ nơi ban hành."),
    LEGACY_WORD(
            "Đây là tệp Word kiểu cũ (.doc), hệ thống chưa đọc được.",
            "Hãy mở bằng Word, chọn File > Save As > Word Document (.docx) rồi gửi lại."),
    RICH_TEXT(
            "Đây là tệp RTF, hệ thống chưa đọc được.",
            "Hãy mở bằng Word, chọn File > Save As > Word Document (.docx) rồi gửi lại."),
    ENCRYPTED(
            "Tệp được đặt mật khẩu nên không đọc được.",
            "Hãy bỏ mật khẩu (File > Info > Protect Document > Encrypt with Password, xóa trống) rồi gửi lại."),
    NO_TEXT(
            "Tệp PDF chỉ có hình ảnh (bản quét), không có chữ để đọc.",
            "Hãy gửi tệp Word gốc, hoặc nhận dạng chữ (OCR) bản quét trước khi gửi."),
    GARBLED_TEXT(
            "Chữ trong tệp không đọc ra được tiếng Việt (phông chữ nhúng thiếu bảng mã).",
            "Hãy gửi tệp Word gốc, hoặc xuất lại PDF bằng Word (File > Save As > PDF)."),
    UNKNOWN_ENCODING(
            "Không nhận ra bảng mã của văn bản (không phải Unicode, TCVN3 hay VNI).",
            "Hãy chuyển văn bản sang Unicode (ví dụ bằng Unikey Toolkit) rồi lưu lại với mã UTF-8."),
    PICTURE("Đây là tệp hình ảnh, không phải văn bản.", "Hãy gửi tệp Word gốc hoặc PDF có chữ."),
    OTHER_FORMAT(
            "Loại tệp này không phải là kế hoạch mà hệ thống đọc được.",
            "Hãy gửi tệp Word (.docx), PDF có chữ hoặc văn bản thuần (.txt)."),
    DAMAGED(
            "Tệp bị hỏng hoặc không đúng định dạng.",
            "Hãy mở thử bằng Word hoặc trình đọc PDF, lưu lại thành tệp mới rồi gửi lại.");

    private final String message;
    private final String remedy;

    RefusalReason(String message, String remedy) {
        this.message = message;
        this.remedy = remedy;
    }

    /** What is wrong, one Vietnamese sentence. */
    public String message() {
        return message;
    }

    /** What the sender can do, in Vietnamese. */
    public String remedy() {
        return remedy;
    }
}
